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

    private static final Duration TRAINING_PATIENCE = Duration.ofMinutes(5);

    /** Lays the jar out and says how to start it. */
    public Launch launch(ProjectFolders project, Path folder, Path log) {
        try {
            var jar = layOut(project);
            var more = new ArrayList<String>();
            if (Files.exists(jar.aotCache())) {
                more.add("-XX:AOTCache=" + jar.aotCache());
            }
            return new Launch(
                    instance,
                    command(jar, more),
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
    public boolean train(ProjectFolders project, Path folder, Path log, Path notes) {
        try {
            var jar = layOut(project);
            if (Files.exists(jar.aotCache())) {
                return false;
            }
            var fresh = jar.aotCache().resolveSibling(jar.aotCache().getFileName() + ".fresh");
            var more = List.of("-XX:AOTCacheOutput=" + fresh, "-Dspring.context.exit=onRefresh");
            var training = new ProcessBuilder(gently(command(jar, more)))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
            training.environment().putAll(environment);
            var process = training.start();
            // Noted, so that stopping the platform ends the training too.
            var noted = Running.noted("aot-" + instance, process.toHandle(), notes);
            try {
                if (ended(process) && Files.exists(fresh)) {
                    Files.move(fresh, jar.aotCache(), StandardCopyOption.ATOMIC_MOVE);
                    return true;
                }
                Files.deleteIfExists(fresh);
                return false;
            } finally {
                noted.kill();
            }
        } catch (IOException e) {
            throw new StartFailed(service + "'s AOT cache cannot be made: " + e.getMessage(), e);
        }
    }

    private ServiceJar layOut(ProjectFolders project) throws IOException {
        synchronized (ServiceProcess.class) {
            return ServiceJar.layOut(project.serviceJar(service), applications.resolve(service));
        }
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

    private static boolean ended(Process training) {
        try {
            return training.waitFor(TRAINING_PATIENCE.toSeconds(), TimeUnit.SECONDS) && training.exitValue() == 0;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            training.destroyForcibly();
        }
    }

    private List<String> command(ServiceJar jar, List<String> more) {
        var arguments = new ArrayList<>(more);
        var options = System.getenv().getOrDefault("PLISANTE_JAVA_OPTIONS", "").strip();
        if (!options.isEmpty()) {
            arguments.addAll(Arrays.asList(options.split("\\s+", -1)));
        }
        arguments.add("-jar");
        arguments.add(jar.application().toString());
        return JavaProcess.command(heapMegabytes, arguments);
    }

    /** The same with more environment variables. */
    public ServiceProcess with(Map<String, String> more) {
        var all = new LinkedHashMap<>(environment);
        all.putAll(more);
        return new ServiceProcess(instance, service, heapMegabytes, port, applications, all);
    }
}
