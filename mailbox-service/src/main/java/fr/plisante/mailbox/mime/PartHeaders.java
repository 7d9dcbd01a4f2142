package fr.plisante.mailbox.mime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.field.ContentDispositionField;
import org.apache.james.mime4j.dom.field.ContentTransferEncodingField;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.field.LenientFieldParser;
import org.jspecify.annotations.Nullable;

/** What the headers of a part say of its body; a part that is not text of the letter has a name, if an empty one. */
record PartHeaders(
        String type,
        @Nullable String charset,
        @Nullable String name,
        String encoding,
        @Nullable String boundary) {

    private static final Pattern FIELDS = Pattern.compile("\\r?\\n(?![ \\t])");

    static PartHeaders parse(byte[] headers) throws IOException {
        ContentTypeField type = null;
        ContentDispositionField disposition = null;
        ContentTransferEncodingField encoding = null;
        try {
            for (var field : FIELDS.split(new String(headers, StandardCharsets.ISO_8859_1), -1)) {
                if (!field.regionMatches(true, 0, "Content-", 0, 8)) {
                    continue;
                }
                switch (LenientFieldParser.parse(field)) {
                    case ContentTypeField found -> type = found;
                    case ContentDispositionField found -> disposition = found;
                    case ContentTransferEncodingField found -> encoding = found;
                    default -> {
                        // Of no use here.
                    }
                }
            }
        } catch (MimeException e) {
            throw new IOException(e);
        }
        return of(type, disposition, encoding);
    }

    private static PartHeaders of(
            @Nullable ContentTypeField type,
            @Nullable ContentDispositionField disposition,
            @Nullable ContentTransferEncodingField encoding) {
        var mimeType = type == null || type.getMimeType() == null ? "text/plain" : type.getMimeType();
        return new PartHeaders(
                mimeType.toLowerCase(Locale.ROOT),
                type == null ? null : type.getCharset(),
                name(mimeType, type, disposition),
                encoding == null || encoding.getEncoding() == null
                        ? "7bit"
                        : encoding.getEncoding().strip().toLowerCase(Locale.ROOT),
                type != null && type.isMultipart() ? type.getBoundary() : null);
    }

    private static @Nullable String name(
            String mimeType, @Nullable ContentTypeField type, @Nullable ContentDispositionField disposition) {
        var name = disposition == null ? null : disposition.getFilename();
        if (name == null && type != null) {
            name = type.getParameter("name");
        }
        if (name != null) {
            // Not allowed by RFC 2231, and still what many programs write.
            return DecoderUtil.decodeEncodedWords(name, DecodeMonitor.SILENT);
        }
        var attached = disposition != null && disposition.isAttachment();
        return attached || !mimeType.toLowerCase(Locale.ROOT).startsWith("text/") ? "" : null;
    }
}
