package fr.plisante.local;

import fr.plisante.local.component.FileTrees;
import fr.plisante.local.component.Health;
import fr.plisante.local.component.JavaProcess;
import fr.plisante.local.component.Launch;
import fr.plisante.local.component.Running;
import fr.plisante.local.component.StartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One of our services as a child process, with an AOT cache from its second start on. */
record ServiceProcess(Layout layout, String instance, String service, Map<String, String> environment) {

    private static final String APPLICATION = "application.jar";
    private static final Duration TRAINING_PATIENCE = Duration.ofMinutes(5);

    /** Lays the jar out and says how to start it. */
    Launch launch() {
        try {
            var log = layout.log(instance);
            var laidOut = laidOut(log);
            var cache = aotCache(laidOut);
            var more = Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.<String>of();
            return new Launch(
                    instance,
                    command(laidOut, more),
                    environment,
                    layout.data(),
                    log,
                    List.of(layout.port(instance)),
                    new Health.Page(layout.url(instance).resolve("/actuator/health/readiness")),
                    Duration.ofMinutes(10));
        } catch (IOException e) {
            throw new StartFailed(service + "'s jar cannot be laid out: " + e.getMessage(), e);
        }
    }

    /** Makes the AOT cache of this build and JDK unless it is there: one short start that ends before it serves. */
    void train() {
        try {
            var name = "aot-" + instance;
            var log = layout.log(name);
            var laidOut = laidOut(log);
            var cache = aotCache(laidOut);
            if (Files.exists(cache)) {
                return;
            }
            var fresh = cache.resolveSibling(cache.getFileName() + ".fresh");
            var more = List.of("-XX:AOTCacheOutput=" + fresh, "-Dspring.context.exit=onRefresh");
            var training = new ProcessBuilder(gently(command(laidOut, more)))
                    .directory(layout.data().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
            training.environment().putAll(environment);
            // An index belongs to one process: the training writes into one of its own.
            var index = layout.applications().resolve("training-index");
            training.environment().put("PLISANTE_INDEX_FOLDER", index.toString());
            var process = training.start();
            // Noted, so that stopping the platform ends the training too.
            var noted = Running.noted(name, process.toHandle(), layout.notes());
            try {
                if (process.waitFor(TRAINING_PATIENCE.toSeconds(), TimeUnit.SECONDS)
                        && process.exitValue() == 0
                        && Files.exists(fresh)) {
                    Files.move(fresh, cache, StandardCopyOption.ATOMIC_MOVE);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } finally {
                noted.kill();
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new StartFailed(service + "'s AOT cache cannot be made: " + e.getMessage(), e);
        }
    }

    /** The jar beside its libraries, as Boot lays it out: so it may have an AOT cache. Older builds' layouts are deleted. */
    private Path laidOut(Path log) throws IOException {
        var jar = layout.project().serviceJar(service);
        var folder = layout.applications().resolve(service);
        var mine = folder.resolve(FileTrees.mark(jar));
        synchronized (ServiceProcess.class) {
            if (!Files.exists(mine)) {
                FileTrees.delete(folder);
                var fresh = folder.resolve("fresh");
                var extract = List.of(
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        fresh.toString(),
                        "--application-filename",
                        APPLICATION);
                JavaProcess.run(service + "'s jar", JavaProcess.command(64, extract), log);
                Files.move(fresh, mine, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return mine;
    }

    /** The AOT cache of this jar and this JDK, whether it was made or not. */
    private static Path aotCache(Path laidOut) {
        return laidOut.resolve("jdk-" + Runtime.version() + ".aot");
    }

    /** Whoever uses the platform meanwhile comes first. */
    private static List<String> gently(List<String> command) {
        if (!Files.isExecutable(Path.of("/usr/bin/nice"))) {
            return command;
        }
        var gentle = new ArrayList<String>(List.of("/usr/bin/nice", "-n", "19"));
        gentle.addAll(command);
        return gentle;
    }

    private List<String> command(Path laidOut, List<String> more) {
        var arguments = new ArrayList<>(more);
        var options = System.getenv().getOrDefault("PLISANTE_JAVA_OPTIONS", "").strip();
        if (!options.isEmpty()) {
            arguments.addAll(Arrays.asList(options.split("\\s+", -1)));
        }
        arguments.add("-jar");
        arguments.add(laidOut.resolve(APPLICATION).toString());
        var heapMegabytes = List.of("mailbox-service", "gateway").contains(service) ? 160 : 112;
        return JavaProcess.command(heapMegabytes, arguments);
    }
}
