package fr.plisante.mailbox.entry;

import fr.plisante.mailbox.audit.AuditRecord;
import fr.plisante.mailbox.envelope.Envelopes;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mailbox.Mailboxes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who did what to an entry; the members of a shared mailbox see which of them it was. */
@Component
class ReadAudit {

    private final Holdings holdings;
    private final Envelopes envelopes;
    private final Mailboxes mailboxes;

    ReadAudit(Holdings holdings, Envelopes envelopes, Mailboxes mailboxes) {
        this.holdings = holdings;
        this.envelopes = envelopes;
        this.mailboxes = mailboxes;
    }

    /** One thing that was done; {@code by} is the name of a person or a service, null when nobody knows it any more. */
    record Line(
            String action, @Nullable Integer part, @Nullable String by, int acr, Instant at) {}

    /** What was done to a received message; of one's own also the sending, and who read it before it was delivered. */
    List<Line> of(Mailbox mailbox, String entryId) {
        var held = holdings.find(mailbox, entryId);
        var audit = new ArrayList<AuditRecord>();
        if (held.sending() != null) {
            audit.addAll(held.sending().audit());
        }
        var entry = held.entry();
        if (entry != null) {
            if (!entry.received()) {
                envelopes.find(entry.envelope()).ifPresent(envelope -> audit.addAll(envelope.audit()));
            }
            audit.addAll(entry.audit());
        }
        return lines(audit);
    }

    private List<Line> lines(List<AuditRecord> audit) {
        var names =
                mailboxes.names(audit.stream().map(AuditRecord::by).distinct().toList());
        return audit.stream()
                .map(one -> new Line(one.action().wire(), one.part(), name(one, names), one.acr(), one.at()))
                .toList();
    }

    private static @Nullable String name(AuditRecord one, Map<String, String> names) {
        return one.byService() ? one.by() : names.get(one.by());
    }
}
