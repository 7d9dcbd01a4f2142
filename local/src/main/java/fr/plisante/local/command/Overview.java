package fr.plisante.local.command;

import fr.plisante.local.Platform;
import java.util.List;

/** The one table at the end of the start. */
final class Overview {

    private final Platform platform;

    Overview(Platform platform) {
        this.platform = platform;
    }

    void print(List<String> samples) {
        row("Plisanté", platform.publicUrl().toString());
        row("Captured mails", platform.url("smtp-sink") + "/   (sign-in codes arrive here)");
        row(
                "Keycloak",
                platform.keycloakUrl() + "/admin/   user " + platform.secrets().adminName() + ", password in "
                        + platform.layout().data().resolve("secrets/secrets.properties"));
        row("Sample people", "(e-mail, password, who)");
        samples.forEach(sample -> row("", sample));
        row(
                "MongoDB",
                platform.layout().store().title() + ": "
                        + platform.layout().store().promise());
        row("Logs", platform.layout().data().resolve("logs") + "   (./plisante logs NAME)");
        row("Data", platform.layout().data() + "   (./plisante reset deletes it)");
    }

    private static void row(String title, String value) {
        System.out.printf("%-16s %s%n", title, value);
    }
}
