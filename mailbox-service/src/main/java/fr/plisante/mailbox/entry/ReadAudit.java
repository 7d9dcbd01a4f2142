package fr.plisante.mailbox.entry;

import fr.plisante.mailbox.audit.AuditRecord;
import fr.plisante.mailbox.mailbox.Mailboxes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who did what to an entry; the members of a shared mailbox see which of them it was. */
@Component
class ReadAudit {

    private final Mailboxes mailboxes;

    ReadAudit(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    /** One thing that was done; {@code by} is the name of a person or a service, null when nobody knows it any more. */
    record Line(
            String action, @Nullable Integer part, @Nullable String by, int acr, Instant at) {}

    List<Line> of(Entry entry) {
        var names = mailboxes.names(
                entry.audit().stream().map(AuditRecord::by).distinct().toList());
        return entry.audit().stream()
                .map(one -> new Line(one.action().wire(), one.part(), name(one, names), one.acr(), one.at()))
                .toList();
    }

    private static @Nullable String name(AuditRecord one, Map<String, String> names) {
        return one.byService() ? one.by() : names.get(one.by());
    }
}
