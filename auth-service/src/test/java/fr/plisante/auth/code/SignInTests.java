package fr.plisante.auth.code;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.auth.code.SignIn.Code;
import fr.plisante.auth.code.SignIn.Outcome;
import fr.plisante.auth.code.SignIn.State;
import fr.plisante.starter.event.Outgoing;
import java.time.Instant;
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
            NOW,
            code(1),
            new State(Outcome.CODE_SENT, NOW, null),
            Outgoing.none(1));

    @Test
    void mayBeComparedWhileItsCodeLasts() {
        assertThat(fresh.obstacle(NOW.plusSeconds(599))).isNull();
        assertThat(fresh.obstacle(NOW.plusSeconds(600))).isEqualTo(Outcome.EXPIRED);
    }

    @Test
    void isUsedUpAfterItsTries() {
        assertThat(fresh.wrongCode(NOW).obstacle(NOW)).isNull();
        assertThat(fresh.wrongCode(NOW).wrongCode(NOW).obstacle(NOW)).isEqualTo(Outcome.USED_UP);
    }

    @Test
    void isUsedUpOnceItLetSomebodyIn() {
        assertThat(fresh.signedIn(NOW).obstacle(NOW)).isEqualTo(Outcome.USED_UP);
        assertThat(fresh.signedIn(NOW).code().mac()).isNull();
    }

    @Test
    void isLockedAsLongAsTheAccountIs() {
        var locked = fresh.turnedAway(Outcome.LOCKED, NOW.plusSeconds(60), NOW);

        assertThat(locked.obstacle(NOW.plusSeconds(59))).isEqualTo(Outcome.LOCKED);
        assertThat(locked.obstacle(NOW.plusSeconds(60))).isNull();
    }

    @Test
    void getsNewTriesWithANewCode() {
        var next = fresh.wrongCode(NOW).wrongCode(NOW).withCode(code(2));

        assertThat(next.obstacle(NOW)).isNull();
        assertThat(next.code().number()).isEqualTo(2);
    }

    @Test
    void showsJustEnoughOfTheAddress() {
        assertThat(Issued.Sent.from(fresh).email()).isEqualTo("c•••@example.test");
    }

    private static Code code(int number) {
        return new Code(number, "mac", NOW, NOW.plusSeconds(600), NOW.plusSeconds(30), 2);
    }
}
