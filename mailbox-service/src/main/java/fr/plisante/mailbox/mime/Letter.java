package fr.plisante.mailbox.mime;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that the canonical message is made of; {@code html} is sanitised already, {@code text} is its alternative. */
public record Letter(
        String messageId,
        Instant date,
        Correspondent from,
        List<Correspondent> to,
        List<Correspondent> cc,
        String object,
        String html,
        String text,
        @Nullable String inReplyTo,
        List<String> references,
        List<Attachment> attachments) {

    public Letter {
        Headers.requireOneLine(messageId);
        Headers.requireOneLine(object);
        if (inReplyTo != null) {
            Headers.requireOneLine(inReplyTo);
        }
        references.forEach(Headers::requireOneLine);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        references = List.copyOf(references);
        attachments = List.copyOf(attachments);
    }

    /** Who writes or is written to: the name people see and the address. */
    public record Correspondent(@Nullable String name, String address) {

        public Correspondent {
            Headers.requireOneLine(address);
            if (name != null) {
                Headers.requireOneLine(name);
            }
        }
    }

    /** A file that goes along: its content is opened only while the message is written. */
    public record Attachment(String name, String type, long size, Content content) {

        public Attachment {
            Headers.requireOneLine(name);
            Headers.requireOneLine(type);
        }
    }

    /** Opens the bytes of an attachment, each time from their beginning. */
    @FunctionalInterface
    public interface Content {

        InputStream open() throws IOException;
    }
}
