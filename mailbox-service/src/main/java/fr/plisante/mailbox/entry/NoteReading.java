package fr.plisante.mailbox.entry;

import fr.plisante.mailbox.audit.AuditRecord;
import fr.plisante.mailbox.audit.AuditRecord.Action;
import fr.plisante.mailbox.entry.Holdings.Held;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.starter.web.Caller;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes down who is given what of a message, before it is given. The first download of a part changes the entry and
 * stands in it; what changes nothing is a {@link Reading}.
 */
@Component
public class NoteReading {

    private final ChangeEntry changeEntry;
    private final Readings readings;
    private final Clock clock;

    NoteReading(ChangeEntry changeEntry, Readings readings, Clock clock) {
        this.changeEntry = changeEntry;
        this.readings = readings;
        this.clock = clock;
    }

    /** Returns once the line is stored; a repeat within ten minutes is the same line. {@code part} only of a download. */
    public void note(Caller caller, Mailbox mailbox, Held held, Action action, @Nullable Integer part) {
        var now = part == null ? held : changeEntry.downloaded(caller, mailbox, held, part);
        var done = AuditRecord.of(caller, action, part, clock.instant());
        if (now.audit().stream().noneMatch(line -> repeats(done, line))) {
            readings.add(Reading.of(mailbox.mailboxId(), mailbox.regionId(), held.entryId(), done));
        }
    }

    private static boolean repeats(AuditRecord done, AuditRecord line) {
        return Reading.tenMinutes(line.at()) == Reading.tenMinutes(done.at()) && done.sameAs(line);
    }
}
