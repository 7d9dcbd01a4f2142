package fr.plisante.mailbox.mime;

/** Names of attached files: kept as they came, shown harmlessly. */
public final class FileNames {

    private FileNames() {}

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
        return c >= 0x202a && c <= 0x202e
                || c >= 0x2066 && c <= 0x2069
                || c == 0x200e
                || c == 0x200f
                || c == 0x061c
                || c == 0x2028
                || c == 0x2029;
    }
}
