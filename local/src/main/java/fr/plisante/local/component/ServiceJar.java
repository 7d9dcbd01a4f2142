package fr.plisante.local.component;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * A service's executable jar, laid out as {@code java -Djarmode=tools extract} would: an application jar beside its
 * libraries, which starts faster and may have an AOT cache. Done here because a JVM for each jar would cost seconds.
 */
final class ServiceJar {

    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";

    private final Path folder;

    private ServiceJar(Path folder) {
        this.folder = folder;
    }

    /** The layout of this jar under the folder; layouts of older builds are deleted. */
    static ServiceJar layOut(Path jar, Path folder) throws IOException {
        var mine = folder.resolve(FileTrees.mark(jar));
        if (!Files.exists(mine)) {
            FileTrees.delete(folder);
            var fresh = folder.resolve("fresh");
            Files.createDirectories(fresh.resolve("lib"));
            try (var source = new JarFile(jar.toFile())) {
                extract(source, fresh);
            }
            Files.move(fresh, mine, StandardCopyOption.ATOMIC_MOVE);
        }
        return new ServiceJar(mine);
    }

    Path application() {
        return folder.resolve("application.jar");
    }

    /** Where the AOT cache of this jar and this JDK is kept, if it was made. */
    Path aotCache() {
        return folder.resolve("jdk-" + Runtime.version() + ".aot");
    }

    private static void extract(JarFile source, Path target) throws IOException {
        var libraries = new ArrayList<String>();
        for (var entry : source.stream().toList()) {
            var name = entry.getName();
            if (name.startsWith(LIBRARIES) && name.endsWith(".jar")) {
                var library = "lib/" + name.substring(LIBRARIES.length());
                libraries.add(library);
                try (var in = source.getInputStream(entry)) {
                    Files.copy(in, target.resolve(library));
                }
            }
        }
        var manifest = manifest(source, inOrder(source, libraries));
        try (var out = new JarOutputStream(Files.newOutputStream(target.resolve("application.jar")), manifest)) {
            for (var entry : source.stream().toList()) {
                copyClass(source, entry, out);
            }
        }
    }

    private static void copyClass(JarFile source, ZipEntry entry, JarOutputStream out) throws IOException {
        var name = entry.getName();
        var kept = name.startsWith(CLASSES)
                ? name.substring(CLASSES.length())
                : name.startsWith("META-INF/") && !name.equals(JarFile.MANIFEST_NAME) ? name : "";
        if (kept.isEmpty() || kept.equals("META-INF/") || kept.endsWith(".idx")) {
            return;
        }
        out.putNextEntry(new ZipEntry(kept));
        if (!entry.isDirectory()) {
            try (InputStream in = new BufferedInputStream(source.getInputStream(entry))) {
                in.transferTo(out);
            }
        }
        out.closeEntry();
    }

    /** The order of classpath.idx, which is the order of Maven's class path. */
    private static List<String> inOrder(JarFile source, List<String> libraries) throws IOException {
        var index = source.getEntry("BOOT-INF/classpath.idx");
        if (index == null) {
            return libraries;
        }
        try (var in = source.getInputStream(index)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(LIBRARIES))
                    .map(line -> "lib/"
                            + line.substring(line.indexOf(LIBRARIES) + LIBRARIES.length(), line.lastIndexOf('"')))
                    .toList();
        }
    }

    private static Manifest manifest(JarFile source, List<String> libraries) throws IOException {
        var manifest = new Manifest(source.getManifest());
        var attributes = manifest.getMainAttributes();
        var mainClass = attributes.getValue("Start-Class");
        if (mainClass == null) {
            throw new StartFailed(source.getName() + " is not an executable jar: build it with"
                    + " ./mvnw -q package -DskipTests (./plisante up does).");
        }
        attributes.put(Attributes.Name.MAIN_CLASS, mainClass);
        attributes.put(Attributes.Name.CLASS_PATH, String.join(" ", libraries));
        List.of(
                        "Start-Class",
                        "Spring-Boot-Classes",
                        "Spring-Boot-Lib",
                        "Spring-Boot-Classpath-Index",
                        "Spring-Boot-Layers-Index")
                .forEach(name -> attributes.remove(new Attributes.Name(name)));
        return manifest;
    }
}
