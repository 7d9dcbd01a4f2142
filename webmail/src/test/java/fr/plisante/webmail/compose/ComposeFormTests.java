package fr.plisante.webmail.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class ComposeFormTests {

    /** What is typed, and the addresses in it; the page's modules read the same file. */
    record Typed(String typed, List<String> addresses) {}

    @Test
    void findsTheAddressesInWhatIsTyped() throws IOException {
        try (var file = Objects.requireNonNull(getClass().getResourceAsStream("/addresses.json"))) {
            var cases = new JsonMapper().readValue(file, new TypeReference<List<Typed>>() {});

            assertThat(cases)
                    .isNotEmpty()
                    .allSatisfy(each ->
                            assertThat(ComposeForm.addresses(each.typed())).isEqualTo(each.addresses()));
        }
    }
}
