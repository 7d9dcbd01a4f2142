package fr.plisante.local;

import fr.plisante.local.component.MongoServer;
import fr.plisante.local.component.ProjectFolders;
import fr.plisante.local.component.StartFailed;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one platform consists of: the checkout, its data folder, its ports, its store, and the settings (environment
 * variables) in which its parts differ from the usual.
 */
public record Layout(ProjectFolders project, Path data, Ports ports, MongoServer store, Map<String, String> settings) {

    /** PLISANTE_DATA (.plisante in the checkout), PLISANTE_PORT_BASE (8080), PLISANTE_MONGODB_URI or PLISANTE_TEST_STORE. */
    public static Layout fromEnvironment() {
        var environment = System.getenv();
        var data = environment.getOrDefault("PLISANTE_DATA", "");
        return in(
                data.isBlank() ? ProjectFolders.find().root().resolve(".plisante") : Path.of(data),
                portBase(environment));
    }

    /** A platform of its own, for a test or a measurement. */
    public static Layout in(Path data, int portBase) {
        return new Layout(
                ProjectFolders.find(),
                data.toAbsolutePath().normalize(),
                new Ports(portBase),
                MongoServer.chosen(System.getenv()),
                Map.of());
    }

    public Layout withStore(MongoServer other) {
        return new Layout(project, data, ports, other, settings);
    }

    /** The same, started from what another checkout has built. */
    public Layout builtIn(ProjectFolders other) {
        return new Layout(other, data, ports, store, settings);
    }

    /** Second instances of every service, which know each other rather than the first ones. */
    public Layout secondInstances() {
        return withSettings(Platform.SERVICES.stream()
                .collect(Collectors.toMap(
                        Layout::urlVariable, service -> url(service + "-2").toString())));
    }

    /** The setting by which services find one of them, for example PLISANTE_MAILBOX_URL. */
    static String urlVariable(String service) {
        return "PLISANTE_" + service.replace("-service", "").toUpperCase(Locale.ROOT) + "_URL";
    }

    /** The same with these settings; they win over the usual ones. */
    public Layout withSettings(Map<String, String> other) {
        return new Layout(project, data, ports, store, Map.copyOf(other));
    }

    public int port(String component) {
        return ports.of(component);
    }

    /** Where the processes of this platform reach their store, unless the settings say otherwise. */
    public String mongodbUri() {
        return "mongodb://127.0.0.1:" + port("mongodb") + "/";
    }

    public String kafka() {
        return "127.0.0.1:" + port("kafka");
    }

    public URI publicUrl() {
        return URI.create("http://localhost:" + port("gateway"));
    }

    public URI url(String component) {
        return URI.create("http://127.0.0.1:" + port(component));
    }

    public URI keycloakUrl() {
        return url("keycloak").resolve("/auth");
    }

    /** Where the services of this checkout are laid out. */
    Path applications() {
        return data.resolve("applications-" + project.root().getFileName());
    }

    Path log(String component) {
        return data.resolve("logs").resolve(component + ".log");
    }

    Path notes() {
        return data.resolve("run");
    }

    private static int portBase(Map<String, String> environment) {
        var given = environment.getOrDefault("PLISANTE_PORT_BASE", "");
        try {
            return given.isBlank() ? Ports.USUAL_BASE : Integer.parseInt(given.strip());
        } catch (NumberFormatException e) {
            throw new StartFailed("PLISANTE_PORT_BASE is \"" + given + "\"; it must be a port number such as 8080.", e);
        }
    }
}
