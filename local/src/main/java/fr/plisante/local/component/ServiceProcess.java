package fr.plisante.local.component;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One of our services as a child process, with an AOT cache from its second start on. */
public record ServiceProcess(
        String instance,
        String service,
        int heapMegabytes,
        int port,
        Path applications,
        Map<String, String> environment) {

    private static final String APPLICATION = "application.jar";
    private static final Duration TRAINING_PATIENCE = Duration.ofMinutes(5);

    /** Lays the jar out and says how to start it. */
    public Launch launch(ProjectFolders project, Path folder, Path log) {
        try {
            var laidOut = laidOut(project, log);
            var cache = aotCache(laidOut);
            var more = Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.<String>of();
            return new Launch(
                    instance,
                    command(laidOut, more),
                    environment,
                    folder,
                    log,
                    List.of(port),
                    new Health.Page(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness")),
                    Duration.ofMinutes(10));
        } catch (IOException e) {
            throw new StartFailed(service + "'s jar cannot be laid out: " + e.getMessage(), e);
        }
    }

    /** Makes the AOT cache of this build and JDK unless it is there: one short start that ends before it serves. */
    public void train(ProjectFolders project, Path folder, Path log, Path notes) {
        try {
            var laidOut = laidOut(project, log);
            var cache = aotCache(laidOut);
            if (Files.exists(cache)) {
                return;
            }
            var fresh = cache.resolveSibling(cache.getFileName() + ".fresh");
            var more = List.of("-XX:AOTCacheOutput=" + fresh, "-Dspring.context.exit=onRefresh");
            var training = new ProcessBuilder(gently(command(laidOut, more)))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
            training.environment().putAll(environment);
            var process = training.start();
            // Noted, so that stopping the platform ends the training too.
            var noted = Running.noted("aot-" + instance, process.toHandle(), notes);
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
    private Path laidOut(ProjectFolders project, Path log) throws IOException {
        var jar = project.serviceJar(service);
        var folder = applications.resolve(service);
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
        return JavaProcess.command(heapMegabytes, arguments);
    }

    /** The same with more environment variables. */
    public ServiceProcess with(Map<String, String> more) {
        var all = new LinkedHashMap<>(environment);
        all.putAll(more);
        return new ServiceProcess(instance, service, heapMegabytes, port, applications, all);
    }
}
