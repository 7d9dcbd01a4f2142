package fr.plisante.starter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import fr.plisante.testkit.RealComponents;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

/** The store's clock is asked for, and a machine that is far off is told so. */
@RealComponents
@SpringBootTest(classes = ClockCheckIT.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class ClockCheckIT {

    @Value("${spring.mongodb.uri}")
    private String uri;

    @Test
    void letsAServiceStartWhoseClockIsRight() {
        with(store -> {
            assertThat(store.runCommand(new Document("isMaster", 1)).getDate("localTime"))
                    .isNotNull();
            assertThatCode(() -> check(store, Duration.ZERO)).doesNotThrowAnyException();
        });
    }

    @Test
    void refusesAClockThatIsFarOff() {
        with(store -> {
            for (var off : new int[] {-20, 20}) {
                assertThatThrownBy(() -> check(store, Duration.ofSeconds(off)))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("5 s at most");
            }
        });
    }

    private static void check(MongoDatabase store, Duration off) {
        new ClockCheck(store, Clock.offset(Clock.systemUTC(), off), Duration.ofSeconds(5)).afterPropertiesSet();
    }

    private void with(Consumer<MongoDatabase> test) {
        try (var client = MongoClients.create(uri)) {
            test.accept(client.getDatabase("clocks"));
        }
    }
}
