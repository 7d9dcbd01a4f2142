package fr.plisante.mailbox.reading;

import fr.plisante.mailbox.entry.Entry;
import fr.plisante.mailbox.envelope.Correspondent;
import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.envelope.Receipt;
import fr.plisante.mailbox.envelope.Receipt.Act;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mailbox.Mailboxes;
import fr.plisante.mailbox.mime.FileNames;
import fr.plisante.starter.web.Caller;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One message as its reader sees it; the sender sees beside it what became of it. */
@Component
class ReadMessage {

    private final Messages messages;
    private final Mailboxes mailboxes;

    ReadMessage(Messages messages, Mailboxes mailboxes) {
        this.messages = messages;
        this.mailboxes = mailboxes;
    }

    /** The message with this entry id. */
    MessageView read(Caller caller, Mailbox mailbox, String entryId) {
        return view(messages.open(caller, mailbox, entryId));
    }

    /** The message of an entry that was just read. */
    MessageView read(Entry entry) {
        return view(messages.open(entry));
    }

    private MessageView view(Opened opened) {
        var message = opened.envelope().message();
        var content = opened.content();
        var hasHtml = opened.body(Opened.HTML).isPresent();
        return new MessageView(
                opened.item(),
                content.from(),
                content.to(),
                content.cc(),
                content.subject(),
                messages.summary(opened).preview(),
                message.sentAt(),
                message.messageId(),
                hasHtml,
                hasHtml ? "" : messages.body(opened, Opened.TEXT).orElse(""),
                opened.attachments().stream()
                        .map(part -> new MessageView.Part(
                                part.number(),
                                FileNames.shown(Objects.requireNonNull(part.name())),
                                part.type(),
                                part.size()))
                        .toList(),
                opened.item().sent() ? recipients(opened) : List.of(),
                content.writtenBy());
    }

    private List<MessageView.Recipient> recipients(Opened opened) {
        var envelope = opened.envelope();
        var people = Stream.concat(opened.content().to().stream(), opened.content().cc().stream())
                .collect(Collectors.toMap(Correspondent::address, Correspondent::name, (first, second) -> first));
        var names = mailboxes.names(actors(envelope));
        return envelope.recipients().stream()
                .map(recipient -> recipient(
                        recipient,
                        people.getOrDefault(recipient.address(), recipient.address()),
                        envelope.receipt(recipient.mailboxId()),
                        names))
                .toList();
    }

    /** Everyone who opened it or downloaded a part. */
    private static List<String> actors(Envelope envelope) {
        return envelope.receipts().values().stream()
                .flatMap(receipt ->
                        Stream.concat(Stream.ofNullable(receipt.opened()), receipt.downloads().values().stream()))
                .map(Act::by)
                .distinct()
                .toList();
    }

    private static MessageView.Recipient recipient(
            Envelope.Recipient recipient, String name, Receipt receipt, Map<String, String> names) {
        var opened = receipt.opened();
        var refused = receipt.refused();
        return new MessageView.Recipient(
                name,
                recipient.address(),
                recipient.role(),
                receipt.state(),
                refused == null ? null : refused.reason(),
                receipt.deliveredAt(),
                opened == null ? null : opened.at(),
                opened == null ? null : names.get(opened.by()),
                receipt.downloads().entrySet().stream()
                        .map(one -> download(
                                one.getKey(),
                                one.getValue(),
                                names.get(one.getValue().by())))
                        .toList());
    }

    private static MessageView.Download download(String part, Act first, @Nullable String by) {
        return new MessageView.Download(Integer.parseInt(part), first.at(), by);
    }
}
