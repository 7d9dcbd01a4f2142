package fr.plisante.mailbox.reading;

import fr.plisante.mailbox.envelope.Correspondent;
import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.envelope.Receipt.Act;
import fr.plisante.mailbox.mailbox.Mailboxes;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One message as its reader sees it; the sender sees beside it what became of it. */
@Component
class ReadMessage {

    private final Mailboxes mailboxes;

    ReadMessage(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    MessageView view(Messages.Opened opened) {
        var message = opened.envelope().message();
        var content = opened.content();
        var item = opened.item();
        var hasHtml = opened.has(Messages.HTML);
        return new MessageView(
                item,
                content.from(),
                content.to(),
                content.cc(),
                content.subject(),
                opened.preview(),
                message.sentAt(),
                message.messageId(),
                hasHtml,
                hasHtml ? "" : opened.text(Messages.TEXT).orElse(""),
                opened.attachments().stream().map(MessageView.Part::of).toList(),
                item.sent() ? recipients(opened) : List.of(),
                content.writtenBy());
    }

    private List<MessageView.Recipient> recipients(Messages.Opened opened) {
        var envelope = opened.envelope();
        var people = Stream.concat(opened.content().to().stream(), opened.content().cc().stream())
                .collect(Collectors.toMap(Correspondent::address, Correspondent::name, (first, second) -> first));
        var names = mailboxes.names(actors(envelope));
        return envelope.recipients().stream()
                .map(recipient -> recipient(
                        envelope, recipient, people.getOrDefault(recipient.address(), recipient.address()), names))
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
            Envelope envelope, Envelope.Recipient recipient, String name, Map<String, String> names) {
        var receipt = envelope.receipt(recipient.mailboxId());
        var opened = receipt.opened();
        var refused = receipt.refused();
        return new MessageView.Recipient(
                name,
                recipient.address(),
                recipient.role(),
                envelope.state(recipient.mailboxId()),
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
