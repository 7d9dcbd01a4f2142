package fr.plisante.webmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A test of the pages cannot make the services answer what they never do. */
class AnswersTests {

    private final Map<String, Object> message = Answers.mailbox("opened", "/message");

    @Test
    void takeOtherValues() {
        message.put("subject", "Autre objet");

        assertThat(message).containsEntry("subject", "Autre objet");
        assertThat(Answers.checked(message)).isSameAs(message);
    }

    @Test
    void keepTheirProperties() {
        assertThatThrownBy(() -> message.put("object", "Autre objet")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> message.putAll(Map.of("object", "Autre objet")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> message.remove("subject")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(message::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void keepTheKindOfEachValue() {
        assertThatThrownBy(() -> message.put("seen", "no")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> message.put("to", "x@y.example")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void areServedOnlyWhenGoldenInAllTheirParts() {
        message.put("to", List.of(Map.of("name", "Paul Martin")));

        assertThatThrownBy(() -> Answers.checked(message)).isInstanceOf(IllegalStateException.class);
    }
}
