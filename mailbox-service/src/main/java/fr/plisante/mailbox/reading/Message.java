package fr.plisante.mailbox.reading;

import fr.plisante.mailbox.envelope.Correspondent;
import fr.plisante.mailbox.mime.MimePart;
import fr.plisante.mailbox.mime.OutgoingMessage.Person;
import fr.plisante.mailbox.mime.OutgoingMessage.Source;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;

/** An opened message: its headers, its text and its parts; {@code html} is as it was written and is cleaned again before it is shown. */
public record Message(
        String entryId,
        UUID envelopeId,
        String messageId,
        List<String> references,
        Person from,
        List<Person> to,
        List<Person> cc,
        String subject,
        String text,
        String html,
        Instant date,
        List<MimePart> parts,
        IntFunction<Source> sources) {

    static Message of(String entryId, Messages.Opened opened) {
        var content = opened.content();
        return new Message(
                entryId,
                opened.envelope().envelopeId(),
                opened.envelope().message().messageId(),
                content.references(),
                content.from().person(),
                content.to().stream().map(Correspondent::person).toList(),
                content.cc().stream().map(Correspondent::person).toList(),
                content.subject(),
                opened.text(Messages.TEXT).orElse(""),
                opened.text(Messages.HTML).orElse(""),
                opened.envelope().message().sentAt(),
                content.parts(),
                number -> () -> opened.part(opened.attachment(number)));
    }

    /** The attached files. */
    public List<MimePart> attachments() {
        return parts.stream().filter(MimePart::attachment).toList();
    }

    /** Opens a part. */
    public Source part(int number) {
        return sources.apply(number);
    }
}
