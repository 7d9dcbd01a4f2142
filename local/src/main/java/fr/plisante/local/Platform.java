package fr.plisante.local;

import fr.plisante.local.component.Containers;
import fr.plisante.local.component.Health;
import fr.plisante.local.component.MongoServer;
import fr.plisante.local.component.Running;
import fr.plisante.local.component.StartFailed;
import fr.plisante.local.component.Startup;
import fr.plisante.local.secret.Secrets;
import fr.plisante.samples.SampleTarget;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole product on one machine: the command line, the end-to-end tests, the bench and the kill script start it here. */
public final class Platform implements AutoCloseable {

    public static final List<String> SERVICES = List.of(
            "auth-service",
            "registration-service",
            "mailbox-service",
            "directory-service",
            "notification-service",
            "webmail",
            "gateway");

    private static final String LAUNCHER = "launcher";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Layout layout;
    private final Secrets secrets;
    private final Components components;
    private final Thread endWithJvm = new Thread(this::stopAll, "stop-platform");

    private Platform(Layout layout) {
        this.layout = layout;
        this.secrets = Secrets.in(layout.data().resolve("secrets"));
        this.components = new Components(layout, secrets);
    }

    /** The platform of this data folder, whoever started it, or none. */
    public static Platform at(Layout layout) {
        return new Platform(layout);
    }

    public static Platform start(Layout layout) {
        return start(layout, _ -> {});
    }

    /** Starts everything and returns when every part answers; when one does not, nothing is left running. Tells each step. */
    public static Platform start(Layout layout, Consumer<String> progress) {
        var platform = new Platform(layout);
        platform.begin();
        try {
            new StartingOrder(platform.components, layout.notes(), progress).run();
            return platform;
        } catch (RuntimeException e) {
            platform.stop();
            throw e;
        }
    }

    public Layout layout() {
        return layout;
    }

    public Secrets secrets() {
        return secrets;
    }

    /** Where people and tests come in. */
    public URI publicUrl() {
        return layout.publicUrl();
    }

    /** A component reached past the gateway, for example {@code url("mailbox-service")}. */
    public URI url(String component) {
        return layout.url(component);
    }

    public URI keycloakUrl() {
        return layout.keycloakUrl();
    }

    public Path log(String component) {
        return layout.log(component);
    }

    /** What the sample people are loaded with. */
    public SampleTarget sampleTarget() {
        return new SampleTarget(
                publicUrl(),
                keycloakUrl(),
                secrets.adminName(),
                secrets.adminPassword(),
                secrets.client("bootstrap"),
                url("smtp-sink"),
                layout.data());
    }

    /** Every process of this platform that is alive, the launcher included. */
    public List<Running> running() {
        return Running.alive(layout.notes());
    }

    public boolean isRunning(String component) {
        return Running.find(layout.notes(), component).isPresent();
    }

    /** All components of a complete platform. */
    public List<String> names() {
        return Stream.concat(components.infrastructure().stream(), SERVICES.stream())
                .toList();
    }

    public boolean healthy(String component) {
        return isRunning(component) && health(component).good();
    }

    private Health health(String component) {
        return switch (component) {
            case "mongodb", "kafka" -> new Health.Port(layout.port(component));
            case "keycloak" -> new Health.Page(URI.create(layout.keycloakUrl() + "/realms/plisante"));
            case "smtp-sink" -> new Health.Page(layout.url(component).resolve("/"));
            default -> new Health.Page(layout.url(component).resolve("/actuator/health/readiness"));
        };
    }

    public long residentBytes() {
        return running().stream().mapToLong(Running::residentBytes).sum();
    }

    /** Starts one component, a further instance such as {@code mailbox-service-2} included, and waits until it answers. */
    public void start(String component) {
        Startup.start(components.launch(component), layout.notes());
    }

    /** kill -9. */
    public void kill9(String component) {
        Running.find(layout.notes(), component)
                .orElseThrow(() -> new IllegalStateException(component + " is not running"))
                .kill();
    }

    public void restart(String component) {
        Running.find(layout.notes(), component).ifPresent(running -> running.stop(PATIENCE));
        start(component);
    }

    /** Makes the AOT caches that are missing, one after the other; the next start uses them. */
    public void train() {
        SERVICES.stream()
                .filter(this::isRunning)
                .forEach(service -> components.service(service).train());
    }

    /** Stops everything, from another terminal too. */
    public void stop() {
        var self = ProcessHandle.current().pid();
        Running.find(layout.notes(), LAUNCHER)
                .filter(launcher -> launcher.pid() != self)
                .ifPresent(launcher -> launcher.stop(Duration.ofSeconds(60)));
        stopAll();
        try {
            Runtime.getRuntime().removeShutdownHook(endWithJvm);
        } catch (IllegalStateException _) {
            // The JVM is ending already, and the hook with it.
        }
    }

    @Override
    public void close() {
        stop();
    }

    private synchronized void stopAll() {
        for (var together : running().stream()
                // A training that is asked to stop would first write what it has.
                .filter(process ->
                        !process.name().equals(LAUNCHER) && !process.name().startsWith("aot-"))
                .collect(
                        Collectors.groupingBy(process -> turnToStop(process.name()), TreeMap::new, Collectors.toList()))
                .values()) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                together.forEach(process -> threads.execute(() -> process.stop(PATIENCE)));
            }
        }
        running().stream()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .forEach(Running::kill);
        Running.find(layout.notes(), LAUNCHER).ifPresent(Running::forget);
    }

    private void begin() {
        var launcher = Running.find(layout.notes(), LAUNCHER);
        if (launcher.isPresent()) {
            throw new StartFailed("Plisanté runs already from " + layout.data() + " (process "
                    + launcher.get().pid() + "); ./plisante status shows it and ./plisante down stops it.");
        }
        stopAll();
        new DataFolder(layout.data()).require(layout.ports().base());
        if (layout.store() == MongoServer.CONTAINER) {
            Containers.requireDocker();
        }
        for (var name : names()) {
            Components.ports(name).forEach(port -> Startup.requireFree(name, layout.port(port)));
        }
        try {
            Running.noted(LAUNCHER, ProcessHandle.current(), layout.notes());
        } catch (IOException e) {
            throw new StartFailed("The data folder " + layout.data() + " cannot be written: " + e.getMessage(), e);
        }
        Runtime.getRuntime().addShutdownHook(endWithJvm);
    }

    /** From the door inwards, so that nobody is asked who is gone already. */
    private static int turnToStop(String name) {
        return switch (name.replaceFirst("-2$", "")) {
            case "gateway", "webmail" -> 0;
            case "keycloak", "kafka", "smtp-sink" -> 2;
            case "mongodb" -> 3;
            default -> 1;
        };
    }
}
