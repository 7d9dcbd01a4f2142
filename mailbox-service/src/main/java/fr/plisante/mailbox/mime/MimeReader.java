package fr.plisante.mailbox.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Reads one part of a message without reading the others into memory. */
public final class MimeReader {

    private MimeReader() {}

    /** The decoded bytes of {@code part}; {@code message} is the plain message from its beginning and is closed with it. */
    public static InputStream open(InputStream message, MimePart part) throws IOException {
        message.skipNBytes(part.offset());
        return decoded(message, part);
    }

    /** As {@link #open}, for a store that can begin in the middle: {@code body} stands at the part's offset. */
    public static InputStream decoded(InputStream body, MimePart part) throws IOException {
        var bounded = new Bounded(body, part.encodedSize());
        try {
            return switch (part.encoding()) {
                case "base64" -> Base64.getMimeDecoder().wrap(bounded);
                case "quoted-printable" -> MimeUtility.decode(bounded, "quoted-printable");
                default -> bounded;
            };
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    /** A part of text as it was written, at most {@code limit} bytes of it. */
    public static String text(InputStream message, MimePart part, int limit) throws IOException {
        try (var in = open(message, part)) {
            return new String(in.readNBytes(limit), charset(part.charset()));
        }
    }

    private static Charset charset(@Nullable String name) {
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.ISO_8859_1;
        }
    }

    /** The next {@code left} bytes of another stream; their lack is an error, never a shorter part. */
    private static final class Bounded extends FilterInputStream {

        private long left;

        Bounded(InputStream in, long left) {
            super(in);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            if (len == 0) {
                return 0;
            }
            if (left == 0) {
                return -1;
            }
            var read = in.read(b, off, (int) Math.min(len, left));
            if (read < 0) {
                throw new IOException("a message ends before its part does");
            }
            left -= read;
            return read;
        }

        @Override
        public long skip(long n) throws IOException {
            var skipped = in.skip(Math.min(n, left));
            left -= skipped;
            return skipped;
        }

        @Override
        public int available() throws IOException {
            return (int) Math.min(in.available(), left);
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
