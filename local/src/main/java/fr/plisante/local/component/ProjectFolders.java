package fr.plisante.local.component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** Where the build put what the launcher starts. */
public record ProjectFolders(Path root) {

    /** The checkout: PLISANTE_ROOT, or the nearest folder upwards that holds it. */
    public static ProjectFolders find() {
        var given = System.getenv("PLISANTE_ROOT");
        if (given != null && !given.isBlank()) {
            return at(Path.of(given));
        }
        @Nullable Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("local/components/pom.xml"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new StartFailed("The Plisanté checkout was not found from here; go into it or set PLISANTE_ROOT.");
        }
        return new ProjectFolders(folder);
    }

    /** Another checkout. */
    public static ProjectFolders at(Path root) {
        return new ProjectFolders(root.toAbsolutePath().normalize());
    }

    /** Class path of the processes whose main class is in this module; its jar is copied, since a build may replace it meanwhile. */
    public String localClassPath(Path folder) {
        var target = root.resolve("local/target");
        var jar = jar(target, "local-");
        try {
            var copy = Files.createDirectories(folder).resolve("local.jar");
            var fresh = Files.createTempFile(folder, "local", ".jar");
            Files.copy(jar, fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return copy + ":" + existing(target.resolve("lib")) + "/*";
        } catch (IOException e) {
            throw new StartFailed(jar + " cannot be copied to " + folder + ": " + e.getMessage(), e);
        }
    }

    public String kafkaClassPath() {
        return existing(root.resolve("local/components/target/kafka/lib")) + "/*";
    }

    public Path keycloakDistribution() {
        var folder = existing(root.resolve("local/components/target/keycloak"));
        try (var found = Files.list(folder)) {
            return found.filter(Files::isDirectory).findFirst().orElseThrow(() -> missing(folder));
        } catch (IOException e) {
            throw new StartFailed("The Keycloak distribution cannot be read: " + e.getMessage(), e);
        }
    }

    public Path keycloakExtension() {
        return jar(root.resolve("auth-service/keycloak/target"), "auth-service-keycloak-");
    }

    public Path realm() {
        return existing(root.resolve("auth-service/keycloak/realm/plisante-realm.json"));
    }

    public Path serviceJar(String service) {
        return jar(root.resolve(service).resolve("target"), service + "-");
    }

    private static Path jar(Path folder, String prefix) {
        try (var found = Files.list(existing(folder))) {
            return found.filter(file -> file.getFileName().toString().startsWith(prefix)
                            && file.getFileName().toString().endsWith(".jar")
                            && !file.getFileName().toString().matches(".*-(sources|javadoc|tests)\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> missing(folder));
        } catch (IOException e) {
            throw new StartFailed("The build's folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Path existing(Path path) {
        if (!Files.exists(path)) {
            throw missing(path);
        }
        return path;
    }

    private static StartFailed missing(Path path) {
        return new StartFailed(
                path + " is missing: build first with ./mvnw -q package -DskipTests (./plisante up does).");
    }
}
