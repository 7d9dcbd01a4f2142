package fr.plisante.starter.text;

/** One line of text as a person types it, in any script. */
public final class TextLine {

    private TextLine() {}

    /**
     * Whether the text is one line without control characters.
     *
     * @param longest most characters, as people count them (code points)
     */
    public static boolean fits(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                && text.codePoints().noneMatch(TextLine::isUnfit);
    }

    /** A line break or another control character could forge a mail header; half a character cannot be stored. */
    private static boolean isUnfit(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }
}
