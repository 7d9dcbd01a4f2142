package fr.plisante.local.sample;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sets the passwords of the samples: the loader's only shortcut, everything else goes the way of real people. */
final class KeycloakAdmin {

    private static final Duration ACCOUNT_PATIENCE = Duration.ofMinutes(2);

    private final String base;
    private final String adminName;
    private final String adminPassword;

    KeycloakAdmin(SampleTarget target) {
        this.base = target.keycloakUrl().toString();
        this.adminName = target.adminName();
        this.adminPassword = target.adminPassword();
    }

    /** A token of the bootstrap client. */
    static String bootstrapToken(SampleTarget target) {
        return Http.postForm(
                        URI.create(target.keycloakUrl() + "/realms/plisante/protocol/openid-connect/token"),
                        Map.of(
                                "grant_type", "client_credentials",
                                "client_id", "bootstrap",
                                "client_secret", target.bootstrapSecret()))
                .get("access_token")
                .asString();
    }

    /** Waits until the account has come to Keycloak by its event, then gives it its password. */
    void setPassword(SamplePerson person) {
        var user =
                Http.await("the Keycloak account of " + person.email(), ACCOUNT_PATIENCE, () -> find(person.email()));
        var id = user.get("id").asString();
        put(
                "/users/" + id + "/reset-password",
                Map.of("type", "password", "value", person.password(), "temporary", false));
        if (!user.path("requiredActions").isEmpty()) {
            // The welcome mail asks to choose a password; a sample has one now.
            ((ObjectNode) user).putArray("requiredActions");
            put("/users/" + id, user);
        }
    }

    private @Nullable JsonNode find(String email) {
        var found = Http.json(Http.send(
                Http.request(URI.create(base + "/admin/realms/plisante/users?exact=true&email=" + Http.encoded(email)))
                        .header("Authorization", "Bearer " + token())
                        .build()));
        return found.isEmpty() ? null : found.get(0);
    }

    private void put(String path, Object body) {
        Http.json(Http.send(Http.request(URI.create(base + "/admin/realms/plisante" + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(Http.JSON.writeValueAsString(body)))
                .build()));
    }

    private String token() {
        return Http.postForm(
                        URI.create(base + "/realms/master/protocol/openid-connect/token"),
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                adminName,
                                "password",
                                adminPassword))
                .get("access_token")
                .asString();
    }
}
