package fr.plisante.mailbox.mime;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parts of a message that was made elsewhere, with the same answer as {@link MimeWriter} gives of its own.
 * Reads it once as a stream: no more than a line and the headers of one part are in memory.
 */
public final class MimeScanner {

    private static final int LINE = 8192;
    private static final int MOST_HEADERS = 256 * 1024;
    private static final int MOST_PARTS = 1000;
    private static final int DEEPEST = 30;

    private enum Place {
        HEADERS,
        BODY,
        BETWEEN
    }

    private final InputStream in;
    private final byte[] line = new byte[LINE];
    private int length;
    private long offset;
    private long lineBreak;
    private final Deque<String> boundaries = new ArrayDeque<>();
    private final ByteArrayOutputStream headers = new ByteArrayOutputStream();
    private final List<MimePart> parts = new ArrayList<>();
    private Place place = Place.HEADERS;
    private @Nullable PartHeaders part;
    private long bodyOffset;
    private DecodedSize decoded = DecodedSize.of("7bit");

    private MimeScanner(InputStream in) {
        this.in = new BufferedInputStream(in, 64 * 1024);
    }

    /** Scans a message; one that is too odd to be read safely is an {@link IOException}. */
    public static MimeStructure scan(InputStream message) throws IOException {
        return new MimeScanner(message).scan();
    }

    private MimeStructure scan() throws IOException {
        var atLineStart = true;
        while (next()) {
            var boundary = atLineStart ? boundary() : null;
            if (boundary != null) {
                endPart(offset - lineBreak);
                reach(boundary);
            } else {
                take(atLineStart);
            }
            atLineStart = line[length - 1] == '\n';
            lineBreak = !atLineStart ? 0 : length > 1 && line[length - 2] == '\r' ? 2 : 1;
            offset += length;
        }
        if (place == Place.HEADERS && headers.size() > 0) {
            beginBody(offset);
        }
        lineBreak = 0;
        endPart(offset);
        return new MimeStructure(parts, offset);
    }

    /** Reads a line with its end, or the next piece of a very long one. */
    private boolean next() throws IOException {
        length = 0;
        int b;
        while (length < LINE && (b = in.read()) >= 0) {
            line[length++] = (byte) b;
            if (b == '\n') {
                break;
            }
        }
        return length > 0;
    }

    private @Nullable String boundary() {
        if (length < 3 || line[0] != '-' || line[1] != '-' || boundaries.isEmpty()) {
            return null;
        }
        var text = new String(line, 2, length - 2, StandardCharsets.ISO_8859_1).stripTrailing();
        for (var boundary : boundaries) {
            if (text.equals(boundary) || text.equals(boundary + "--")) {
                return text;
            }
        }
        return null;
    }

    /** Goes to the part that a boundary begins, or out of the multipart that it ends. */
    private void reach(String found) {
        while (!found.equals(boundaries.peek()) && !found.equals(boundaries.peek() + "--")) {
            boundaries.pop();
        }
        if (found.equals(boundaries.peek())) {
            headers.reset();
            place = Place.HEADERS;
        } else {
            boundaries.pop();
            place = Place.BETWEEN;
        }
    }

    private void take(boolean atLineStart) throws IOException {
        switch (place) {
            case HEADERS -> {
                if (atLineStart && isBlank()) {
                    beginBody(offset + length);
                } else if (headers.size() + length > MOST_HEADERS) {
                    throw new IOException("the headers of a part are too long");
                } else {
                    headers.write(line, 0, length);
                }
            }
            case BODY -> decoded.add(line, length);
            case BETWEEN -> {
                // Preambles and epilogues say nothing (RFC 2046 section 5.1.1).
            }
        }
    }

    private boolean isBlank() {
        return length == 1 ? line[0] == '\n' : length == 2 && line[0] == '\r' && line[1] == '\n';
    }

    private void beginBody(long at) throws IOException {
        var found = PartHeaders.parse(headers.toByteArray());
        headers.reset();
        if (found.boundary() != null) {
            if (boundaries.size() == DEEPEST) {
                throw new IOException("parts are nested too deep");
            }
            boundaries.push(found.boundary());
            place = Place.BETWEEN;
            return;
        }
        part = found;
        bodyOffset = at;
        decoded = DecodedSize.of(found.encoding());
        place = Place.BODY;
    }

    private void endPart(long end) throws IOException {
        if (part == null) {
            return;
        }
        if (parts.size() == MOST_PARTS) {
            throw new IOException("a message has too many parts");
        }
        var encodedSize = Math.max(0, end - bodyOffset);
        parts.add(new MimePart(
                parts.size() + 1,
                part.type(),
                part.charset(),
                part.name(),
                encodedSize == 0 ? 0 : decoded.without(lineBreak),
                part.encoding(),
                bodyOffset,
                encodedSize));
        part = null;
    }
}
