package fr.plisante.mailbox.mime;

/** Names of attached files: kept as they came, shown harmlessly. */
public final class FileNames {

    private static final int LONGEST = 255;

    private FileNames() {}

    /** Any name a file system may give, on one line; folders in it are only not shown. */
    public static boolean isAcceptable(String name) {
        return !name.isBlank() && name.length() <= LONGEST && Headers.isOneLine(name);
    }

    /**
     * The name a person sees and a download is given: no folders, no control characters, and none of the marks that
     * turn the direction of writing, with which {@code exe.jpg} may hide {@code gpj.exe}.
     */
    public static String shown(String name) {
        var shown = new StringBuilder();
        name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .codePoints()
                .filter(c -> !Character.isISOControl(c) && !turnsDirection(c))
                .forEach(shown::appendCodePoint);
        var clean = shown.toString().strip();
        return clean.isEmpty() || clean.equals(".") || clean.equals("..") ? "fichier" : clean;
    }

    private static boolean turnsDirection(int c) {
        return "\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069".indexOf(c) >= 0;
    }
}
