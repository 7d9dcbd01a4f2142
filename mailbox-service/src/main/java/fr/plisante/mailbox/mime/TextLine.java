package fr.plisante.mailbox.mime;

/** One line of text as a person types it, in any script. */
public final class TextLine {

    private TextLine() {}

    /** Whether the text is so long at most and holds no line break, no other control character and no half character. */
    public static boolean fits(String text, int longest) {
        return text.length() <= longest && text.codePoints().noneMatch(TextLine::isUnfit);
    }

    /** Half of a character outside the basic plane is no character: no one could read or store it. */
    private static boolean isUnfit(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE;
    }
}
