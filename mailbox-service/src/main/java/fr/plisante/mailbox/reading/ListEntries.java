package fr.plisante.mailbox.reading;

import fr.plisante.mailbox.entry.Entries;
import fr.plisante.mailbox.entry.Entry;
import fr.plisante.mailbox.entry.Holdings.Held;
import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.envelope.EnvelopeRef;
import fr.plisante.mailbox.envelope.Envelopes;
import fr.plisante.mailbox.mailbox.Folder;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.starter.web.Page;
import fr.plisante.starter.web.Paging;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The folders of a mailbox, page by page, latest first. */
@Component
class ListEntries {

    /** As the store sorts ids, which are made in the order of sending. */
    private static final Comparator<UUID> LATEST_FIRST =
            Comparator.comparing(UUID::toString).reversed();

    private final Entries entries;
    private final Envelopes envelopes;
    private final Summaries summaries;

    ListEntries(Entries entries, Envelopes envelopes, Summaries summaries) {
        this.entries = entries;
        this.envelopes = envelopes;
        this.summaries = summaries;
    }

    /** One page of a folder. */
    Page<Line> page(Mailbox mailbox, Folder folder, Paging paging) {
        return folder == Folder.SENT ? sent(mailbox.mailboxId(), paging) : byUid(mailbox.mailboxId(), folder, paging);
    }

    private Page<Line> byUid(UUID mailboxId, Folder folder, Paging paging) {
        var before = paging.after(Paging::number);
        var found = entries.page(mailboxId, folder, before == null ? Long.MAX_VALUE : before, paging.fetch());
        var page = paging.page(found, entry -> entry.place().uid());
        var sent = envelopes.all(page.items().stream()
                .filter(entry -> !entry.received())
                .map(Entry::envelope)
                .toList());
        return page.map(entry -> line(entry, sent.get(entry.envelope().envelopeId())));
    }

    /**
     * What was sent, by envelope: messages on their way, which have no entry yet, stand among the others where they will
     * stay. They are read first, so that one that is delivered meanwhile is found as an entry.
     */
    private Page<Line> sent(UUID mailboxId, Paging paging) {
        var before = paging.after(UUID::fromString);
        var sending = byId(envelopes.sending(mailboxId, before, paging.fetch()), Envelope::envelopeId);
        var sent = byId(
                entries.sent(mailboxId, before, paging.fetch()),
                entry -> entry.envelope().envelopeId());
        var found = Stream.concat(sending.keySet().stream(), sent.keySet().stream())
                .distinct()
                .sorted(LATEST_FIRST)
                .limit(paging.fetch())
                .toList();
        var page = paging.page(found, Function.identity());
        var known = new HashMap<>(sending);
        known.putAll(envelopes.all(page.items().stream()
                .filter(id -> !sending.containsKey(id))
                .map(id -> new EnvelopeRef(id, mailboxId))
                .toList()));
        return page.map(id -> line(sent.get(id), known.get(id)));
    }

    private static <T> Map<UUID, T> byId(List<T> found, Function<T, UUID> id) {
        return found.stream().collect(Collectors.toMap(id, Function.identity()));
    }

    private Line line(@Nullable Entry entry, @Nullable Envelope envelope) {
        var held = new Held(entry, envelope);
        var sent = entry != null && entry.received() ? null : envelope;
        return Line.of(Item.of(held, envelope), summaries.of(held), sent);
    }
}
