package fr.plisante.samples;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Keycloak reached directly: tokens that no page gives, and its administration. */
public final class KeycloakAdmin {

    private static final Duration ACCOUNT_PATIENCE = Duration.ofMinutes(2);

    private final SampleTarget target;

    public KeycloakAdmin(SampleTarget target) {
        this.target = target;
    }

    /** A machine's token of the client {@code bootstrap}. */
    public String bootstrapToken(Map<String, String> more) {
        var form = new HashMap<>(more);
        form.putAll(Map.of(
                "grant_type", "client_credentials",
                "client_id", "bootstrap",
                "client_secret", target.bootstrapSecret()));
        return token("plisante", form);
    }

    /** A token for a password, of a client of this realm that gives such ones. */
    public String token(String realm, String clientId, String username, String password) {
        return token(
                realm,
                Map.of(
                        "grant_type", "password",
                        "client_id", clientId,
                        "username", username,
                        "password", password));
    }

    /** Asks the administration of the realm {@code plisante}; the path goes on from the realm's. */
    public HttpResponse<String> call(String method, String path, @Nullable Object body) {
        var token = token("master", "admin-cli", target.adminName(), target.adminPassword());
        return Http.good(Http.send(Http.request(URI.create(target.keycloakUrl() + "/admin/realms/plisante" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : Http.json(body))));
    }

    /** Waits until the account has come to Keycloak by its event, then gives it its password. */
    void setPassword(SamplePerson person) {
        var user =
                Http.await("the Keycloak account of " + person.email(), ACCOUNT_PATIENCE, () -> find(person.email()));
        var path = "/users/" + user.get("id").asString();
        call(
                "PUT",
                path + "/reset-password",
                Map.of("type", "password", "value", person.password(), "temporary", false));
        if (!user.path("requiredActions").isEmpty()) {
            // The welcome mail asks to choose a password; a sample has one now.
            ((ObjectNode) user).putArray("requiredActions");
            call("PUT", path, user);
        }
    }

    private @Nullable JsonNode find(String email) {
        return Http.json(call("GET", "/users?exact=true&email=" + Http.encoded(email), null))
                .get(0);
    }

    private String token(String realm, Map<String, String> form) {
        var uri = URI.create(target.keycloakUrl() + "/realms/" + realm + "/protocol/openid-connect/token");
        return Http.postForm(Http.request(uri), form).get("access_token").asString();
    }
}
