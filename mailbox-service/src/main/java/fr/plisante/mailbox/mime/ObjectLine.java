package fr.plisante.mailbox.mime;

/** The rule for the object of a letter. */
public final class ObjectLine {

    private static final int LONGEST = 500;

    private ObjectLine() {}

    /** Any words in any script, on one line, without control characters. */
    public static boolean isAcceptable(String object) {
        return object.length() <= LONGEST && object.chars().noneMatch(Character::isISOControl);
    }
}
