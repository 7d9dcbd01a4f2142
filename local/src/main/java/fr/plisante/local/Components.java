package fr.plisante.local;

import fr.plisante.local.component.Containers;
import fr.plisante.local.component.Health;
import fr.plisante.local.component.JavaProcess;
import fr.plisante.local.component.KafkaBroker;
import fr.plisante.local.component.KeycloakServer;
import fr.plisante.local.component.Launch;
import fr.plisante.local.component.MongoServer;
import fr.plisante.local.secret.Secrets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How each component of a platform is started, given where it lies. */
final class Components {

    private final Layout layout;
    private final Secrets secrets;

    Components(Layout layout, Secrets secrets) {
        this.layout = layout;
        this.secrets = secrets;
    }

    /** What does not come from elsewhere by an environment variable, in the order of starting. */
    List<String> infrastructure() {
        var names = new ArrayList<String>();
        if (layout.store() != MongoServer.GIVEN) {
            names.add("mongodb");
        }
        if (!given("PLISANTE_KAFKA_BOOTSTRAP_SERVERS")) {
            names.add("kafka");
        }
        if (!given("PLISANTE_KEYCLOAK_URL")) {
            names.add("keycloak");
        }
        if (!given("PLISANTE_SMTP_HOST")) {
            names.add("smtp-sink");
        }
        return names;
    }

    /** The names under which the layout has the ports of a component. */
    static List<String> ports(String name) {
        return switch (name) {
            case "smtp-sink" -> List.of("smtp-sink", "smtp");
            case "kafka" -> List.of("kafka", "kafka-controller");
            default -> List.of(name);
        };
    }

    Launch launch(String name) {
        return switch (name) {
            case "mongodb" -> mongodb();
            case "kafka" -> kafka();
            case "keycloak" -> keycloak();
            case "smtp-sink" -> smtpSink();
            default -> service(name).launch();
        };
    }

    private Launch mongodb() {
        var folder = layout.data().resolve("mongodb-" + layout.store().name().toLowerCase(Locale.ROOT));
        var port = layout.port("mongodb");
        return layout.store() == MongoServer.CONTAINER
                ? Containers.mongodb(folder, layout.log("mongodb"), port)
                : layout.store().launch(layout.project(), folder, layout.log("mongodb"), port);
    }

    private Launch kafka() {
        var folder = layout.data().resolve("kafka");
        var port = layout.port("kafka");
        return layout.store() == MongoServer.CONTAINER
                ? Containers.kafka(folder, layout.log("kafka"), port)
                : KafkaBroker.launch(
                        layout.project(), folder, layout.log("kafka"), port, layout.port("kafka-controller"));
    }

    private Launch keycloak() {
        var environment = shared();
        environment.putAll(secrets.clientVariables());
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", secrets.adminName());
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.adminPassword());
        var folder = layout.data().resolve("keycloak");
        var port = layout.port("keycloak");
        return layout.store() == MongoServer.CONTAINER
                ? Containers.keycloak(
                        layout.project(), folder, layout.log("keycloak"), port, layout.publicUrl(), environment)
                : KeycloakServer.launch(
                        layout.project(), folder, layout.log("keycloak"), port, layout.publicUrl(), environment);
    }

    private Launch smtpSink() {
        var smtp = layout.port("smtp");
        var page = layout.port("smtp-sink");
        return new Launch(
                "smtp-sink",
                JavaProcess.command(
                        64,
                        List.of(
                                "-Djava.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL%1$tz smtp-sink %4$s: %5$s%6$s%n",
                                "-cp",
                                layout.project().localClassPath(layout.notes()),
                                "fr.plisante.local.sink.SmtpSink")),
                Map.of(
                        "PLISANTE_SMTP_PORT", Integer.toString(smtp),
                        "PLISANTE_SINK_PORT", Integer.toString(page),
                        "PLISANTE_SINK_FOLDER", layout.data().resolve("mails").toString()),
                layout.data(),
                layout.log("smtp-sink"),
                List.of(smtp, page),
                new Health.Page(layout.url("smtp-sink").resolve("/")),
                Duration.ofMinutes(3));
    }

    /** A service or one of its further instances, called {@code <service>-2}. */
    ServiceProcess service(String instance) {
        var service = instance.replaceFirst("-2$", "");
        if (!Platform.SERVICES.contains(service)) {
            throw new IllegalArgumentException("no component is called " + instance);
        }
        var environment = shared();
        environment.put("PLISANTE_PORT", Integer.toString(layout.port(instance)));
        environment.put("PLISANTE_BIND", "127.0.0.1");
        environment.putAll(own(service, instance));
        return new ServiceProcess(layout, instance, service, environment);
    }

    private Map<String, String> own(String service, String instance) {
        return switch (service) {
            case "gateway" ->
                Map.of(
                        Secrets.variable("gateway"),
                        secrets.client("gateway"),
                        "PLISANTE_SESSION_KEY_FILE",
                        secrets.sessionKey().toString());
            case "auth-service" ->
                Map.of(
                        Secrets.variable("auth-service"),
                        secrets.client("auth-service"),
                        "PLISANTE_CODE_PUBLIC_KEYSET_FILE",
                        secrets.codePublicKeyset().toString(),
                        "PLISANTE_CODE_MAC_KEYSET_FILE",
                        secrets.codeMacKeyset().toString());
            case "notification-service" ->
                Map.of(
                        Secrets.variable("notification-service"),
                        secrets.client("notification-service"),
                        "PLISANTE_CODE_PRIVATE_KEYSET_FILE",
                        secrets.codePrivateKeyset().toString());
            case "mailbox-service" ->
                Map.of(
                        "PLISANTE_KEYSET_FILE", secrets.keyset().toString(),
                        "PLISANTE_BLOB_FOLDER", layout.data().resolve("blobs").toString());
            case "directory-service" ->
                Map.of(
                        "PLISANTE_INDEX_FOLDER",
                        layout.data().resolve(instance + "-index").toString());
            default -> Map.of();
        };
    }

    /** Addresses that every process may need; what the person at the terminal or the layout has set stays as it is. */
    private Map<String, String> shared() {
        var usual = new TreeMap<String, String>();
        usual.put("PLISANTE_PUBLIC_URL", layout.publicUrl().toString());
        usual.put("PLISANTE_ISSUER", layout.publicUrl() + "/auth/realms/plisante");
        usual.put("PLISANTE_KEYCLOAK_URL", layout.keycloakUrl().toString());
        usual.put("PLISANTE_KAFKA_BOOTSTRAP_SERVERS", layout.kafka());
        usual.put("PLISANTE_MONGODB_URI", layout.mongodbUri());
        usual.put("PLISANTE_SMTP_HOST", "127.0.0.1");
        usual.put("PLISANTE_SMTP_PORT", Integer.toString(layout.port("smtp")));
        usual.put("PLISANTE_SMTP_AUTH", Boolean.toString(given("PLISANTE_SMTP_USERNAME")));
        Platform.SERVICES.forEach(service ->
                usual.put(Layout.urlVariable(service), layout.url(service).toString()));
        usual.keySet().removeIf(Components::given);
        usual.putAll(layout.settings());
        return usual;
    }

    private static boolean given(String variable) {
        return !System.getenv().getOrDefault(variable, "").isBlank();
    }
}
