package fr.plisante.mailbox.mime;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.commons.io.output.CloseShieldOutputStream;
import org.apache.commons.io.output.CountingOutputStream;
import org.eclipse.angus.mail.util.QPEncoderStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the canonical message of a {@link OutgoingMessage} and notes where each part stands. The same message gives the same
 * bytes; attachments are streamed.
 */
public final class MimeWriter {

    // Neither base64 nor quoted-printable can hold "=_", so a boundary never appears in a body.
    private static final String MIXED = "=_plisante_mixed";
    private static final String ALTERNATIVE = "=_plisante_alternative";

    private final List<MimePart> parts = new ArrayList<>();
    private CountingOutputStream out = new CountingOutputStream(OutputStream.nullOutputStream());

    /** Writes the message to {@code target}, which stays open; once a writer. */
    public void write(OutgoingMessage message, OutputStream target) throws IOException {
        out = new CountingOutputStream(new BufferedOutputStream(target));
        header("Date", Headers.date(message.date()));
        header("From", Headers.address(message.from()));
        if (!message.to().isEmpty()) {
            header("To", Headers.addresses(message.to()));
        }
        if (!message.cc().isEmpty()) {
            header("Cc", Headers.addresses(message.cc()));
        }
        header("Message-ID", message.messageId());
        if (message.inReplyTo() != null) {
            header("In-Reply-To", message.inReplyTo());
        }
        if (!message.references().isEmpty()) {
            header("References", String.join("\r\n ", message.references()));
        }
        header("Subject", Headers.unstructured("Subject", message.subject()));
        header("MIME-Version", "1.0");
        if (message.attachments().isEmpty()) {
            alternative(message);
        } else {
            header("Content-Type", "multipart/mixed" + Headers.parameter("boundary", MIXED));
            line("");
            line("--" + MIXED);
            alternative(message);
            for (var attachment : message.attachments()) {
                line("--" + MIXED);
                attachment(attachment);
            }
            line("--" + MIXED + "--");
        }
        out.flush();
    }

    /** Where the parts of the written message are. */
    public List<MimePart> parts() {
        return List.copyOf(parts);
    }

    /** The bytes of the written message. */
    public long size() {
        return out.getByteCount();
    }

    private void alternative(OutgoingMessage message) throws IOException {
        header("Content-Type", "multipart/alternative" + Headers.parameter("boundary", ALTERNATIVE));
        line("");
        line("--" + ALTERNATIVE);
        text("text/plain", message.text());
        line("--" + ALTERNATIVE);
        text("text/html", message.html());
        line("--" + ALTERNATIVE + "--");
    }

    private void text(String type, String text) throws IOException {
        header("Content-Type", type + "; charset=UTF-8");
        header("Content-Transfer-Encoding", "quoted-printable");
        line("");
        var bytes = text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        var offset = out.getByteCount();
        // By name: the mail library's factory looks for it in every jar, each time.
        try (var encoder = new QPEncoderStream(new InChunks(out))) {
            encoder.write(bytes);
        }
        part(type, null, "quoted-printable", bytes.length, offset);
        line("");
    }

    private void attachment(OutgoingMessage.Attachment attachment) throws IOException {
        header("Content-Type", Headers.mediaType(attachment.type()));
        header("Content-Disposition", "attachment" + Headers.parameter("filename", attachment.name()));
        header("Content-Transfer-Encoding", "base64");
        line("");
        var offset = out.getByteCount();
        var size = 0L;
        try (var in = attachment.content().open();
                var encoder = Base64.getMimeEncoder().wrap(CloseShieldOutputStream.wrap(out))) {
            size = in.transferTo(encoder);
        }
        if (size != attachment.size()) {
            throw new IOException("an attachment has " + size + " bytes instead of " + attachment.size());
        }
        part(Headers.mediaType(attachment.type()), attachment.name(), "base64", size, offset);
        line("");
    }

    private void part(String type, @Nullable String name, String encoding, long size, long offset) {
        parts.add(new MimePart(parts.size() + 1, type, name, size, encoding, offset, out.getByteCount() - offset));
    }

    private void header(String name, String value) throws IOException {
        line(name + ": " + value);
    }

    private void line(String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.US_ASCII));
        out.write('\r');
        out.write('\n');
    }
}
