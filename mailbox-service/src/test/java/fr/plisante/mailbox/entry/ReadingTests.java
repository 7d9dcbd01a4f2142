package fr.plisante.mailbox.entry;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.mailbox.audit.AuditRecord;
import fr.plisante.mailbox.audit.AuditRecord.Action;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadingTests {

    private static final UUID MAILBOX = UUID.randomUUID();
    private static final UUID READER = UUID.randomUUID();

    @Test
    void isOneForTenMinutesPersonAndPart() {
        var first = id(MAILBOX, "received:a", READER, Action.DOWNLOADED, 3, "2026-11-25T09:10:00Z");

        assertThat(id(MAILBOX, "received:a", READER, Action.DOWNLOADED, 3, "2026-11-25T09:19:59.999Z"))
                .isEqualTo(first);
        assertThat(id(MAILBOX, "received:a", READER, Action.DOWNLOADED, 3, "2026-11-25T09:20:00Z"))
                .isNotEqualTo(first);
        assertThat(id(MAILBOX, "received:a", READER, Action.DOWNLOADED, 4, "2026-11-25T09:10:00Z"))
                .isNotEqualTo(first);
        assertThat(id(MAILBOX, "received:a", READER, Action.OPENED, null, "2026-11-25T09:10:00Z"))
                .isNotEqualTo(first);
        assertThat(id(MAILBOX, "received:a", UUID.randomUUID(), Action.DOWNLOADED, 3, "2026-11-25T09:10:00Z"))
                .isNotEqualTo(first);
        assertThat(id(MAILBOX, "received:b", READER, Action.DOWNLOADED, 3, "2026-11-25T09:10:00Z"))
                .isNotEqualTo(first);
        assertThat(id(UUID.randomUUID(), "received:a", READER, Action.DOWNLOADED, 3, "2026-11-25T09:10:00Z"))
                .as("one message in two mailboxes of one person")
                .isNotEqualTo(first);
    }

    private static String id(
            UUID mailboxId, String entryId, UUID reader, Action action, @Nullable Integer part, String at) {
        var done = new AuditRecord(action, part, reader.toString(), 2, Instant.parse(at));
        return Reading.of(mailboxId, "oc", entryId, done).id();
    }
}
