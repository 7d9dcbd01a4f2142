package fr.plisante.mailbox.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.commons.io.input.BoundedInputStream;

/** Reads one part of a message without reading the others into memory. */
public final class MimeReader {

    private MimeReader() {}

    /** The decoded bytes of {@code part}; {@code message} is the plain message from its beginning and is closed with it. */
    public static InputStream open(InputStream message, MimePart part) throws IOException {
        message.skipNBytes(part.offset());
        var encoded = BoundedInputStream.builder()
                .setInputStream(message)
                .setMaxCount(part.encodedSize())
                .get();
        try {
            return part.encoding().equals("base64")
                    ? Base64.getMimeDecoder().wrap(encoded)
                    : MimeUtility.decode(encoded, part.encoding());
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    /** A part of text as it was written, at most {@code limit} bytes of it. */
    public static String text(InputStream message, MimePart part, int limit) throws IOException {
        try (var in = open(message, part)) {
            return new String(in.readNBytes(limit), StandardCharsets.UTF_8);
        }
    }
}
