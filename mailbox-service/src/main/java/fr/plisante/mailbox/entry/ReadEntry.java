package fr.plisante.mailbox.entry;

import fr.plisante.mailbox.box.Mailbox;
import fr.plisante.mailbox.box.MailboxKind;
import fr.plisante.mailbox.box.Mailboxes;
import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.mime.FileNames;
import fr.plisante.mailbox.mime.MimeLetter.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One letter as its reader sees it; the sender sees beside it what became of it. */
@Component
class ReadEntry {

    private final Letters letters;
    private final Mailboxes mailboxes;

    ReadEntry(Letters letters, Mailboxes mailboxes) {
        this.letters = letters;
        this.mailboxes = mailboxes;
    }

    record Part(int part, String name, String type, long size) {}

    record Download(int part, Instant at, @Nullable String by) {}

    record Receipt(
            String name,
            String address,
            String role,
            String state,
            @Nullable String reason,
            @Nullable Instant deliveredAt,
            @Nullable Instant openedAt,
            @Nullable String openedBy,
            List<Download> downloads) {}

    record View(
            String entryId,
            UUID envelopeId,
            String folder,
            long uid,
            long modSeq,
            boolean seen,
            boolean answered,
            boolean forwarded,
            Person from,
            List<Person> to,
            List<Person> cc,
            String object,
            String preview,
            int attachments,
            long size,
            Instant receivedAt,
            String messageId,
            Instant date,
            String text,
            boolean hasHtml,
            List<Part> parts,
            List<Receipt> recipients,
            @Nullable String onBehalfOf) {}

    View read(Mailbox mailbox, String entryId) {
        var opened = letters.open(mailbox, entryId);
        var entry = opened.entry();
        var envelope = opened.envelope();
        var contents = opened.contents();
        return new View(
                entry.entryId(),
                entry.envelopeId(),
                entry.folder().wire(),
                entry.uid(),
                entry.modSeq(),
                entry.seen(),
                entry.answered(),
                entry.forwarded(),
                contents.from(),
                contents.to(),
                contents.cc(),
                contents.object(),
                letters.summary(entry).preview(),
                entry.attachments(),
                entry.size(),
                entry.receivedAt(),
                envelope.messageId(),
                envelope.sentAt(),
                letters.words(opened, "text/plain").orElse(""),
                contents.parts().stream()
                        .anyMatch(part -> !part.attachment() && part.type().equals("text/html")),
                contents.parts().stream()
                        .filter(part -> part.name() != null)
                        .map(part -> new Part(
                                part.number(),
                                FileNames.shown(Objects.requireNonNull(part.name())),
                                part.type(),
                                part.size()))
                        .toList(),
                entry.received() ? List.of() : receipts(opened),
                writer(envelope));
    }

    /** The person who wrote, when it was for a mailbox that is not their own. */
    private @Nullable String writer(Envelope envelope) {
        var shared = mailboxes
                .find(envelope.mailboxId())
                .filter(from -> from.kind() == MailboxKind.ORG)
                .isPresent();
        return shared ? mailboxes.names(List.of(envelope.sentBy())).get(envelope.sentBy()) : null;
    }

    private List<Receipt> receipts(Letters.Opened opened) {
        var envelope = opened.envelope();
        var people = Stream.concat(opened.contents().to().stream(), opened.contents().cc().stream())
                .collect(Collectors.toMap(Person::address, Person::name, (first, second) -> first));
        var names = names(envelope);
        return envelope.recipients().stream()
                .map(recipient -> receipt(recipient, people, envelope.receipt(recipient.mailboxId()), names::get))
                .toList();
    }

    private static Receipt receipt(
            Envelope.Recipient recipient,
            Map<String, String> people,
            Envelope.Receipt receipt,
            Function<String, @Nullable String> names) {
        var downloads = receipt.downloads() == null
                ? List.<Download>of()
                : receipt.downloads().entrySet().stream()
                        .map(one -> new Download(
                                Integer.parseInt(one.getKey()),
                                one.getValue().at(),
                                names.apply(one.getValue().by())))
                        .toList();
        return new Receipt(
                people.getOrDefault(recipient.address(), recipient.address()),
                recipient.address(),
                recipient.role(),
                receipt.state(),
                receipt.reason(),
                receipt.deliveredAt(),
                receipt.openedAt(),
                receipt.openedBy() == null ? null : names.apply(receipt.openedBy()),
                downloads);
    }

    private Map<String, String> names(Envelope envelope) {
        var actors = envelope.receipts().values().stream()
                .flatMap(receipt -> Stream.concat(
                        Stream.ofNullable(receipt.openedBy()),
                        receipt.downloads() == null
                                ? Stream.empty()
                                : receipt.downloads().values().stream().map(Envelope.Download::by)))
                .distinct()
                .map(UUID::fromString)
                .toList();
        return mailboxes.names(actors).entrySet().stream()
                .collect(Collectors.toMap(one -> one.getKey().toString(), Map.Entry::getValue));
    }

    record Deed(
            String what, @Nullable Integer part, @Nullable String by, int acr, Instant at) {}

    /** Who did what to an entry; a shared mailbox's members see which of them it was. */
    List<Deed> history(Entry entry) {
        var names = mailboxes.names(entry.traces().stream()
                .map(trace -> UUID.fromString(trace.by()))
                .distinct()
                .toList());
        return entry.traces().stream()
                .map(trace -> new Deed(
                        trace.what(), trace.part(), names.get(UUID.fromString(trace.by())), trace.acr(), trace.at()))
                .toList();
    }
}
