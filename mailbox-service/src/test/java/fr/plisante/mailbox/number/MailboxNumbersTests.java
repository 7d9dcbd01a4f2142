package fr.plisante.mailbox.number;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.mailbox.mailbox.Folder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MailboxNumbersTests {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private static MailboxNumbers numbers(MailboxNumbers.InFlight... inFlight) {
        return new MailboxNumbers(UUID.randomUUID(), 1, 20, Map.of("INBOX", 9L, "SENT", 4L), List.of(inFlight));
    }

    private static MailboxNumbers.InFlight draw(long modSeq, Map<String, Long> uids, Instant until) {
        return new MailboxNumbers.InFlight(UUID.randomUUID(), modSeq, uids, until);
    }

    @Test
    void showsEverythingThatWasDrawnWhenNothingIsInFlight() {
        assertThat(numbers().openModSeq(NOW)).isEqualTo(21);
        assertThat(numbers().openUid(Folder.INBOX, NOW)).isEqualTo(10);
        assertThat(numbers().openUid(Folder.TRASH, NOW)).isEqualTo(1);
    }

    @Test
    void endsBeforeTheLowestNumberInFlight() {
        var numbers = numbers(
                draw(18, Map.of("INBOX", 8L), NOW.plusSeconds(1)), draw(15, Map.of("INBOX", 6L), NOW.plusSeconds(1)));

        assertThat(numbers.openModSeq(NOW)).isEqualTo(15);
        assertThat(numbers.openUid(Folder.INBOX, NOW)).isEqualTo(6);
    }

    @Test
    void hidesNothingOfAFolderThatOnlyItsFlagsChangeIn() {
        var numbers = numbers(draw(18, Map.of(), NOW.plusSeconds(1)));

        assertThat(numbers.openModSeq(NOW)).isEqualTo(18);
        assertThat(numbers.openUid(Folder.INBOX, NOW)).isEqualTo(10);
    }

    @Test
    void waitsForAnAbandonedDrawOnlyUntilItExpires() {
        var numbers = numbers(draw(15, Map.of("INBOX", 6L), NOW.minusSeconds(1)));

        assertThat(numbers.openModSeq(NOW)).isEqualTo(21);
        assertThat(numbers.openUid(Folder.INBOX, NOW)).isEqualTo(10);
    }
}
