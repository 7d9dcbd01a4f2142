package fr.plisante.mailbox.mime;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message before it is written: what {@link MimeWriter} takes. The HTML is sanitised already, the text is its plain
 * form. No line break gets into what becomes a header.
 */
public record OutgoingMessage(
        String messageId,
        Instant date,
        Person from,
        List<Person> to,
        List<Person> cc,
        String subject,
        String html,
        String text,
        @Nullable String inReplyTo,
        List<String> references,
        List<Attachment> attachments) {

    public OutgoingMessage {
        Headers.requireOneLine(messageId);
        Headers.requireOneLine(subject);
        if (inReplyTo != null) {
            Headers.requireOneLine(inReplyTo);
        }
        references.forEach(Headers::requireOneLine);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        references = List.copyOf(references);
        attachments = List.copyOf(attachments);
    }

    /** Somebody in a header; the name may hold any character but a line break. */
    public record Person(String name, String address) {

        public Person {
            Headers.requireOneLine(name);
            Headers.requireOneLine(address);
        }
    }

    /** An attached file, read once while the message is written. */
    public record Attachment(String name, String type, long size, Source content) {

        public Attachment {
            Headers.requireOneLine(name);
            Headers.requireOneLine(type);
        }
    }

    /** Opens the bytes of an attachment; the writer closes them. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }
}
