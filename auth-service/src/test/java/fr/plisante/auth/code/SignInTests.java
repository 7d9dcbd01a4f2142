package fr.plisante.auth.code;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.auth.code.SignIn.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignInTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final SignIn fresh = new SignIn(
                    "sign-in",
                    UUID.randomUUID(),
                    "oc",
                    UUID.randomUUID(),
                    "claire@example.test",
                    "fr",
                    0,
                    null,
                    NOW,
                    NOW,
                    NOW,
                    NOW,
                    0,
                    Outcome.CODE_SENT,
                    NOW,
                    null,
                    0,
                    List.of(),
                    null)
            .withCode("mac", NOW, NOW.plusSeconds(600), NOW.plusSeconds(30), 2);

    @Test
    void mayBeComparedWhileItsCodeLasts() {
        assertThat(fresh.refusal(NOW.plusSeconds(599))).isNull();
        assertThat(fresh.refusal(NOW.plusSeconds(600))).isEqualTo(Outcome.EXPIRED);
    }

    @Test
    void isUsedUpAfterItsTries() {
        assertThat(fresh.tried(NOW).refusal(NOW)).isNull();
        assertThat(fresh.tried(NOW).tried(NOW).refusal(NOW)).isEqualTo(Outcome.USED_UP);
    }

    @Test
    void isUsedUpOnceItLetSomebodyIn() {
        assertThat(fresh.signedIn(NOW).refusal(NOW)).isEqualTo(Outcome.USED_UP);
        assertThat(fresh.signedIn(NOW).code()).isNull();
    }

    @Test
    void isLockedAsLongAsTheAccountIs() {
        var locked = fresh.refused(Outcome.LOCKED, NOW.plusSeconds(60), NOW);

        assertThat(locked.refusal(NOW.plusSeconds(59))).isEqualTo(Outcome.LOCKED);
        assertThat(locked.refusal(NOW.plusSeconds(60))).isNull();
    }

    @Test
    void getsNewTriesWithANewCode() {
        var next = fresh.tried(NOW).tried(NOW).withCode("other", NOW, NOW.plusSeconds(600), NOW, 2);

        assertThat(next.refusal(NOW)).isNull();
        assertThat(next.number()).isEqualTo(2);
        assertThat(next.version()).isEqualTo(fresh.version() + 3);
    }

    @Test
    void showsJustEnoughOfTheAddress() {
        assertThat(Issued.Sent.from(fresh).email()).isEqualTo("c•••@example.test");
    }
}
