package fr.plisante.mailbox.mime;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Header values as RFC 5322, 2047 and 2231 want them: always ASCII, folded, never more than they were given. */
final class Headers {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9!#$&^_.+-]{1,60}/[a-z0-9!#$&^_.+-]{1,100}");
    private static final int PARAMETER_LINE = 60;
    private static final String NO_NEED_TO_ENCODE = "!#$&+-.^_`{}~";

    private Headers() {}

    /** Other control characters are encoded and travel; line breaks and NUL have no business in any header. */
    static void requireOneLine(String value) {
        if (!isOneLine(value)) {
            throw new UnsafeHeader();
        }
    }

    static boolean isOneLine(String value) {
        return value.chars().noneMatch(c -> c == '\r' || c == '\n' || c == 0);
    }

    /** What a browser said, or plain bytes: RFC 2046 allows no base64 for composite types. */
    static String mediaType(String said) {
        var type = said.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        return MEDIA_TYPE.matcher(type).matches() && !type.startsWith("multipart/") && !type.startsWith("message/")
                ? type
                : "application/octet-stream";
    }

    static String date(Instant date) {
        return DATE.format(date);
    }

    static String unstructured(String name, String value) {
        var used = name.length() + 2;
        try {
            // An ASCII text with controls, or that looks like an encoded word, is one that the library lets through.
            if (value.contains("=?") || value.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
                return base64Words(value);
            }
            return MimeUtility.fold(used, MimeUtility.encodeText(value, "UTF-8", null));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64Words(String value) {
        var words = new StringBuilder();
        for (var piece : pieces(value, 42)) {
            words.append(words.isEmpty() ? "" : "\r\n ").append("=?UTF-8?B?");
            words.append(Base64.getEncoder().encodeToString(piece.getBytes(StandardCharsets.UTF_8)))
                    .append("?=");
        }
        return words.toString();
    }

    static String addresses(List<OutgoingMessage.Person> people) {
        return String.join(",\r\n ", people.stream().map(Headers::address).toList());
    }

    static String address(OutgoingMessage.Person person) {
        try {
            return person.name().isBlank()
                    ? person.address()
                    : MimeUtility.fold(10, new InternetAddress(person.address(), person.name(), "UTF-8").toString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code ;\r\n name=value}; the library would write a long encoded name on one line, beyond RFC 5322's 998. */
    static String parameter(String name, String value) {
        if (value.length() <= PARAMETER_LINE && value.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            return ";\r\n " + name + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }
        var lines = new StringBuilder();
        var line = new StringBuilder("UTF-8''");
        var number = 0;
        for (var i = 0; i < value.length(); ) {
            var character = Character.toString(value.codePointAt(i));
            i += character.length();
            line.append(percent(character));
            if (line.length() >= PARAMETER_LINE) {
                lines.append(";\r\n ")
                        .append(name)
                        .append('*')
                        .append(number++)
                        .append("*=")
                        .append(line);
                line.setLength(0);
            }
        }
        if (!line.isEmpty()) {
            lines.append(";\r\n ")
                    .append(name)
                    .append('*')
                    .append(number)
                    .append("*=")
                    .append(line);
        }
        return lines.toString();
    }

    private static String percent(String character) {
        var encoded = new StringBuilder();
        for (var b : character.getBytes(StandardCharsets.UTF_8)) {
            var c = (char) (b & 0xff);
            if (c < 0x7f && (Character.isLetterOrDigit(c) || NO_NEED_TO_ENCODE.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return encoded.toString();
    }

    private static List<String> pieces(String value, int bytes) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        var length = 0;
        for (var character : value.codePoints().mapToObj(Character::toString).toList()) {
            var more = character.getBytes(StandardCharsets.UTF_8).length;
            if (length + more > bytes) {
                pieces.add(piece.toString());
                piece.setLength(0);
                length = 0;
            }
            piece.append(character);
            length += more;
        }
        pieces.add(piece.toString());
        return pieces;
    }
}
