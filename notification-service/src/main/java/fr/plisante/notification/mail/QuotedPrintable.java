package fr.plisante.notification.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Text as quoted-printable (RFC 2045 §6.7) in one pass. The mail library's encoder goes through three streams byte by
 * byte, which took a third of the time a mail needed to be made.
 *
 * <p>Lines end with CRLF, no other control character is in it, and no line begins with a dot: nothing in a text can end
 * the mail on its way to the relay, and no dot has to be doubled there.
 */
final class QuotedPrintable {

    private static final int LONGEST_LINE = 76;
    private static final int ESCAPED = 3;
    private static final String HEX = "0123456789ABCDEF";

    private byte[] out;
    private int length;
    private int column;

    private QuotedPrintable(int expected) {
        out = new byte[expected];
    }

    static String of(String text) {
        var bytes = text.replace("\r\n", "\n").replace('\r', '\n').getBytes(UTF_8);
        var encoder = new QuotedPrintable(bytes.length + bytes.length / 4 + LONGEST_LINE);
        for (int i = 0; i < bytes.length; i++) {
            encoder.add(bytes[i], i + 1 == bytes.length || bytes[i + 1] == '\n');
        }
        return new String(encoder.out, 0, encoder.length, ISO_8859_1);
    }

    private void add(byte b, boolean lastOfLine) {
        if (b == '\n') {
            endLine();
            return;
        }
        var plain = (b > ' ' && b <= '~' && b != '=') || ((b == ' ' || b == '\t') && !lastOfLine);
        if (column + (plain ? 1 : ESCAPED) >= LONGEST_LINE) {
            put('=');
            endLine();
        }
        if (plain && (b != '.' || column > 0)) {
            put(b);
        } else {
            put('=');
            put(HEX.charAt((b >> 4) & 0xF));
            put(HEX.charAt(b & 0xF));
        }
    }

    private void endLine() {
        put('\r');
        put('\n');
        column = 0;
    }

    private void put(int b) {
        if (length == out.length) {
            out = Arrays.copyOf(out, length * 2);
        }
        out[length++] = (byte) b;
        column++;
    }
}
