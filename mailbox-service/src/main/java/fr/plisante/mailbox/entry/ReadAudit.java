package fr.plisante.mailbox.entry;

import fr.plisante.mailbox.audit.AuditRecord;
import fr.plisante.mailbox.entry.Holdings.Held;
import fr.plisante.mailbox.envelope.Envelopes;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mailbox.Mailboxes;
import fr.plisante.starter.web.Page;
import fr.plisante.starter.web.Paging;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who did what to an entry and who read it; the members of a shared mailbox see which of them it was. */
@Component
class ReadAudit {

    private static final Cursor START = new Cursor(Instant.EPOCH, 0);

    private final Holdings holdings;
    private final Envelopes envelopes;
    private final Readings readings;
    private final Mailboxes mailboxes;

    ReadAudit(Holdings holdings, Envelopes envelopes, Readings readings, Mailboxes mailboxes) {
        this.holdings = holdings;
        this.envelopes = envelopes;
        this.readings = readings;
        this.mailboxes = mailboxes;
    }

    /** One thing that was done; {@code by} is the name of a person or a service, null when nobody knows it any more. */
    record Line(
            String action, @Nullable Integer part, @Nullable String by, int acr, Instant at) {}

    /** Where a page goes on: behind so many lines of one millisecond. */
    private record Cursor(Instant at, int lines) {

        private static final int MOST = 1_000;

        static Cursor parse(String text) {
            var dot = text.indexOf('.');
            var at = Paging.number(text.substring(0, dot));
            var lines = Paging.number(text.substring(dot + 1));
            if (lines > MOST) {
                throw new IllegalArgumentException("Too many lines of one millisecond: " + lines);
            }
            return new Cursor(Instant.ofEpochMilli(at), lines.intValue());
        }

        /** Behind the last of these. */
        static Cursor behind(List<AuditRecord> shown) {
            var at = shown.getLast().at();
            return new Cursor(
                    at, (int) shown.stream().filter(one -> one.at().equals(at)).count());
        }

        @Override
        public String toString() {
            return at.toEpochMilli() + "." + lines;
        }
    }

    /** One page, the earliest first: of a received message what was done to it, of one's own also the sending. */
    Page<Line> of(Mailbox mailbox, String entryId, Paging paging) {
        var after = Optional.ofNullable(paging.after(Cursor::parse)).orElse(START);
        var done = inDocuments(holdings.find(mailbox, entryId));
        readings.from(mailbox.mailboxId(), entryId, after.at(), after.lines() + paging.fetch()).stream()
                .map(Reading::done)
                .forEach(done::add);
        done.removeIf(one -> one.at().isBefore(after.at()));
        done.sort(Comparator.comparing(AuditRecord::at));
        var shown = (int) done.stream()
                .filter(one -> one.at().equals(after.at()))
                .limit(after.lines())
                .count();
        var page = paging.page(
                done.stream().skip(shown).limit(paging.fetch()).toList(),
                last -> Cursor.behind(done.subList(0, shown + paging.limit())));
        var names = mailboxes.names(
                page.items().stream().map(AuditRecord::by).distinct().toList());
        return page.map(one -> line(one, names));
    }

    /** What stands in the entry, and in the envelope of a message of one's own. */
    private List<AuditRecord> inDocuments(Held held) {
        var done = new ArrayList<>(held.audit());
        if (held.entry() != null && !held.entry().received()) {
            envelopes.find(held.entry().envelope()).ifPresent(sent -> done.addAll(0, sent.audit()));
        }
        return done;
    }

    private static Line line(AuditRecord one, Map<String, String> names) {
        var by = one.byService() ? one.by() : names.get(one.by());
        return new Line(one.action().wire(), one.part(), by, one.acr(), one.at());
    }
}
