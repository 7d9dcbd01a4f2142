package fr.plisante.mailbox.entry;

import fr.plisante.mailbox.envelope.Correspondent;
import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.envelope.Receipt.Act;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mailbox.MailboxKind;
import fr.plisante.mailbox.mailbox.Mailboxes;
import fr.plisante.mailbox.mime.FileNames;
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
class ReadMessage {

    private final Messages messages;
    private final Mailboxes mailboxes;

    ReadMessage(Messages messages, Mailboxes mailboxes) {
        this.messages = messages;
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
            Correspondent from,
            List<Correspondent> to,
            List<Correspondent> cc,
            String subject,
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
        var opened = messages.open(mailbox, entryId);
        var entry = opened.entry();
        var envelope = opened.envelope();
        var content = opened.content();
        return new View(
                entry.entryId(),
                entry.envelope().envelopeId(),
                entry.place().folder().wire(),
                entry.place().uid(),
                entry.modSeq(),
                entry.flags().seen(),
                entry.flags().answered(),
                entry.flags().forwarded(),
                content.from(),
                content.to(),
                content.cc(),
                content.subject(),
                messages.summary(entry).preview(),
                entry.attachments(),
                entry.size(),
                entry.receivedAt(),
                envelope.message().messageId(),
                envelope.message().sentAt(),
                messages.words(opened, "text/plain").orElse(""),
                content.parts().stream()
                        .anyMatch(part -> !part.attachment() && part.type().equals("text/html")),
                content.parts().stream()
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
        var writer = envelope.sender().accountId().toString();
        return shared ? mailboxes.names(List.of(writer)).get(writer) : null;
    }

    private List<Receipt> receipts(Messages.Opened opened) {
        var envelope = opened.envelope();
        var people = Stream.concat(opened.content().to().stream(), opened.content().cc().stream())
                .collect(Collectors.toMap(Correspondent::address, Correspondent::name, (first, second) -> first));
        var names = names(envelope);
        return envelope.recipients().stream()
                .map(recipient -> receipt(recipient, people, envelope.receipt(recipient.mailboxId()), names::get))
                .toList();
    }

    private static Receipt receipt(
            Envelope.Recipient recipient,
            Map<String, String> people,
            fr.plisante.mailbox.envelope.Receipt receipt,
            Function<String, @Nullable String> names) {
        var downloads = receipt.downloads().entrySet().stream()
                .map(one -> new Download(
                        Integer.parseInt(one.getKey()),
                        one.getValue().at(),
                        names.apply(one.getValue().by())))
                .toList();
        var opened = receipt.opened();
        var refused = receipt.refused();
        return new Receipt(
                people.getOrDefault(recipient.address(), recipient.address()),
                recipient.address(),
                recipient.role().name(),
                receipt.state().name(),
                refused == null ? null : refused.reason().name(),
                receipt.deliveredAt(),
                opened == null ? null : opened.at(),
                opened == null ? null : names.apply(opened.by()),
                downloads);
    }

    private Map<String, String> names(Envelope envelope) {
        var actors = envelope.receipts().values().stream()
                .flatMap(receipt ->
                        Stream.concat(Stream.ofNullable(receipt.opened()), receipt.downloads().values().stream()))
                .map(Act::by)
                .distinct()
                .toList();
        return mailboxes.names(actors);
    }
}
