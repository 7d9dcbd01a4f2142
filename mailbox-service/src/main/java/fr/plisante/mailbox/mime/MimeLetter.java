package fr.plisante.mailbox.mime;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A letter before it is a message: what {@code MimeWriter} writes. The HTML is sanitised already, the text is its plain form. */
public record MimeLetter(
        String messageId,
        Instant date,
        Person from,
        List<Person> to,
        List<Person> cc,
        String object,
        String html,
        String text,
        @Nullable String inReplyTo,
        List<String> references,
        List<Attachment> attachments) {

    /** Somebody in a header; the name may hold any character. */
    public record Person(String name, String address) {}

    /** An attached file, read once while the message is written. */
    public record Attachment(String name, String type, long size, Source content) {}

    /** Opens the bytes of an attachment; the writer closes them. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }
}
