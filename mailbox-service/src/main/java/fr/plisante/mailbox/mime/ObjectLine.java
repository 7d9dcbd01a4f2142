package fr.plisante.mailbox.mime;

/** The rule for the object of a letter, and for whatever else stands in one line of it. */
public final class ObjectLine {

    private static final int LONGEST = 500;

    private ObjectLine() {}

    /** Any words in any script, on one line, without control characters. */
    public static boolean isAcceptable(String object) {
        return object.length() <= LONGEST && object.codePoints().noneMatch(ObjectLine::isUnfit);
    }

    /** Refuses an object that is not {@linkplain #isAcceptable acceptable}. */
    public static void require(String object) {
        if (!isAcceptable(object)) {
            throw new ObjectInvalid();
        }
    }

    /** Half of a character outside the basic plane is no character: no one could read or store it. */
    private static boolean isUnfit(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE;
    }
}
