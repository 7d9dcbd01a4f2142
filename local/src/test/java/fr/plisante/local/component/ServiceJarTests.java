package fr.plisante.local.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceJarTests {

    @TempDir
    Path folder;

    @Test
    void laysOutAnExecutableJarBesideItsLibrariesInTheirOrder() throws IOException {
        var laidOut = ServiceJar.layOut(executableJar("first"), folder.resolve("applications"));

        try (var application = new JarFile(laidOut.application().toFile())) {
            var attributes = application.getManifest().getMainAttributes();
            assertThat(attributes.getValue("Main-Class")).isEqualTo("fr.plisante.TryApplication");
            assertThat(attributes.getValue("Class-Path")).isEqualTo("lib/b.jar lib/a.jar");
            assertThat(application.getEntry("application.yaml")).isNotNull();
            assertThat(application.getEntry("BOOT-INF/classes/application.yaml"))
                    .isNull();
        }
        assertThat(laidOut.application().resolveSibling("lib/a.jar")).hasContent("a");
    }

    @Test
    void keepsOneLayoutForEachBuild() throws IOException {
        var applications = folder.resolve("applications");
        var first = ServiceJar.layOut(executableJar("first"), applications);

        var again = ServiceJar.layOut(executableJar("first"), applications);
        var second = ServiceJar.layOut(executableJar("second"), applications);

        assertThat(again.application()).isEqualTo(first.application());
        assertThat(second.application()).exists().isNotEqualTo(first.application());
        assertThat(first.application()).doesNotExist();
    }

    private Path executableJar(String setting) throws IOException {
        var jar = folder.resolve("try-0.1.jar");
        var manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Main-Class", "org.springframework.boot.loader.launch.JarLauncher");
        manifest.getMainAttributes().putValue("Start-Class", "fr.plisante.TryApplication");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            add(out, "BOOT-INF/classes/application.yaml", setting);
            add(out, "BOOT-INF/classpath.idx", "- \"BOOT-INF/lib/b.jar\"\n- \"BOOT-INF/lib/a.jar\"\n");
            add(out, "BOOT-INF/lib/a.jar", "a");
            add(out, "BOOT-INF/lib/b.jar", "b");
        }
        return jar;
    }

    private static void add(JarOutputStream out, String name, String content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }
}
