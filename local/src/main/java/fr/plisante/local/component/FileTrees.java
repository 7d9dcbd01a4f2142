package fr.plisante.local.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.jar.JarFile;

/** Copies, deletes and recognises whole folders. */
public final class FileTrees {

    private FileTrees() {}

    /** Copies a folder; files are hard links where the disk allows it, for those that nobody writes into. */
    static void link(Path from, Path to) throws IOException {
        walk(from, to, FileTrees::linkOrCopy);
    }

    static void copy(Path from, Path to) throws IOException {
        walk(from, to, (source, target) -> Files.copy(source, target));
    }

    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be deleted", e);
        }
    }

    /** Tells one build of a jar from the next by the checksums in its directory: reading 60 MB each would cost seconds. */
    public static String mark(Path jar, String... more) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var entry : file.stream().toList()) {
                digest.update((entry.getName() + entry.getCrc()).getBytes(StandardCharsets.UTF_8));
            }
            for (var text : more) {
                digest.update(text.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private interface Placement {
        void place(Path source, Path target) throws IOException;
    }

    private static void linkOrCopy(Path source, Path target) throws IOException {
        try {
            Files.createLink(target, source);
        } catch (IOException | UnsupportedOperationException _) {
            // Another disk: then it is a copy.
            Files.copy(source, target);
        }
    }

    private static void walk(Path from, Path to, Placement placement) throws IOException {
        try (var files = Files.walk(from)) {
            for (var source : (Iterable<Path>) files::iterator) {
                var target = to.resolve(from.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else {
                    placement.place(source, target);
                }
            }
        }
    }
}
