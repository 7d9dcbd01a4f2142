package fr.plisante.notification.mail;

import java.text.Normalizer;

/**
 * Names and addresses as one harmless line: they come from people, and stand in headers and plain text. Where people
 * type, such a name is refused; here it is cleaned, because the mail must go out whatever an older name holds.
 */
public final class OneLine {

    private static final int LONGEST = 200;

    private OneLine() {}

    /** The text without line breaks, control characters and direction overrides; what is right-to-left keeps to itself. */
    public static String of(String text) {
        var line = new StringBuilder();
        var rightToLeft = false;
        for (var c : Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .limit(LONGEST)
                .toArray()) {
            rightToLeft |= isRightToLeft(c);
            if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                line.append(' ');
            } else if (!overridesDirection(c)) {
                line.appendCodePoint(c);
            }
        }
        var clean = line.toString().strip().replaceAll(" {2,}", " ");
        return rightToLeft ? "\u2068" + clean + "\u2069" : clean;
    }

    private static boolean isRightToLeft(int c) {
        return switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> true;
            default -> false;
        };
    }

    private static boolean overridesDirection(int c) {
        return switch (c) {
            case 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069 -> true;
            default -> false;
        };
    }
}
