package fr.plisante.local.component;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real Keycloak with our extension, theme and realm; built once for each extension jar, then started optimised. */
public final class KeycloakServer {

    private static final List<String> BUILD_OPTIONS =
            List.of("--db=dev-file", "--cache=local", "--http-relative-path=/auth");
    private static final List<String> PARTS = List.of("lib", "providers", "conf", "themes");

    private KeycloakServer() {}

    /** Builds and lays out the server where needed and says how to start it. */
    public static Launch launch(
            ProjectFolders project, Path folder, Path log, int port, URI publicUrl, Map<String, String> environment) {
        try {
            layOut(built(project, log), folder);
            importRealm(project, folder);
            var arguments = new ArrayList<String>(List.of(
                    "start",
                    "--optimized",
                    "--http-enabled=true",
                    "--log-console-format=%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} keycloak %-5p [%c{2.}] %s%e%n"));
            arguments.addAll(options(port, publicUrl));
            return new Launch(
                    "keycloak",
                    command(folder, 320, arguments),
                    environment,
                    folder,
                    log,
                    List.of(port),
                    health(port),
                    Duration.ofMinutes(10));
        } catch (IOException e) {
            throw new StartFailed("Keycloak's folder " + folder + " cannot be prepared: " + e.getMessage(), e);
        }
    }

    /** What is the same for a process and a container. */
    static List<String> options(int port, URI publicUrl) {
        return List.of(
                "--import-realm",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=" + publicUrl + "/auth",
                "--proxy-headers=xforwarded");
    }

    static Health health(int port) {
        return new Health.Page(URI.create("http://127.0.0.1:" + port + "/auth/realms/plisante"));
    }

    /** The distribution with our extension, augmented; kept beside the distribution, one for each jar and set of options. */
    private static Path built(ProjectFolders project, Path log) throws IOException {
        var distribution = project.keycloakDistribution();
        var extension = project.keycloakExtension();
        var all = Files.createDirectories(project.root().resolve("local/components/target/keycloak-built"));
        var built = all.resolve(FileTrees.mark(extension, BUILD_OPTIONS.toString(), distribution.toString()));
        try (var lock = FileChannel.open(all.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = lock.lock()) {
            if (!Files.exists(built)) {
                deleteOthers(all);
                var fresh = all.resolve("fresh");
                FileTrees.copy(distribution, fresh);
                Files.copy(
                        extension,
                        fresh.resolve("providers").resolve("auth-service-keycloak.jar"),
                        StandardCopyOption.REPLACE_EXISTING);
                var build = new ArrayList<String>(List.of("build"));
                build.addAll(BUILD_OPTIONS);
                JavaProcess.run("Keycloak with our extension", command(fresh, 512, build), log);
                Files.move(fresh, built, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return built;
    }

    private static void deleteOthers(Path all) throws IOException {
        try (var folders = Files.list(all)) {
            folders.filter(Files::isDirectory).forEach(FileTrees::delete);
        }
    }

    /** The server's own folder: links to what was built, and its database, which stays. */
    private static void layOut(Path built, Path folder) throws IOException {
        Files.createDirectories(folder);
        var mark = folder.resolve("built-from");
        if (Files.exists(mark) && Files.readString(mark).equals(built.toString())) {
            return;
        }
        for (var part : PARTS) {
            FileTrees.delete(folder.resolve(part));
            FileTrees.link(built.resolve(part), folder.resolve(part));
        }
        Files.writeString(mark, built.toString());
    }

    /** Keycloak imports a realm only when it has none of that name. */
    private static void importRealm(ProjectFolders project, Path folder) throws IOException {
        var realm = Files.createDirectories(folder.resolve("data/import")).resolve("plisante-realm.json");
        Files.copy(project.realm(), realm, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What bin/kc.sh runs, without the shell in between, so that the pid is the server's. */
    private static List<String> command(Path home, int heapMegabytes, List<String> arguments) {
        var command = new ArrayList<String>(List.of(
                JavaProcess.home().resolve("bin/java").toString(),
                "-Xms64m",
                "-Xmx" + heapMegabytes + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:MetaspaceSize=96M",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Djava.net.preferIPv4Stack=true",
                "-Duser.language=en",
                "-Duser.country=US",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }
}
