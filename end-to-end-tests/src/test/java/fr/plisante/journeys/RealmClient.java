package fr.plisante.journeys;

import fr.plisante.local.Platform;
import fr.plisante.local.sample.SamplePerson;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client that only a test has: it gives real tokens of the realm for a password alone, of the strength and the life
 * that the test wants. No client of the product does.
 */
final class RealmClient implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Platform platform;
    private final String clientId = "access-test-" + UUID.randomUUID();
    private final URI resource;

    private RealmClient(Platform platform, int acr, int lifeInSeconds) {
        this.platform = platform;
        var made = send(administering(URI.create(platform.keycloakUrl() + "/admin/realms/plisante/clients"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(representation(clientId, acr, lifeInSeconds))))
                .build());
        this.resource = URI.create(made.headers().firstValue("Location").orElseThrow());
    }

    static RealmClient of(Platform platform, int acr, int lifeInSeconds) {
        return new RealmClient(platform, acr, lifeInSeconds);
    }

    /** A machine's token of the client {@code bootstrap}. */
    static String machine(Platform platform, String scope) {
        return grant(
                platform,
                "plisante",
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        "bootstrap",
                        "client_secret",
                        platform.secrets().client("bootstrap"),
                        "scope",
                        scope));
    }

    String token(SamplePerson person) {
        return grant(
                platform,
                "plisante",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        clientId,
                        "username",
                        person.email(),
                        "password",
                        person.password()));
    }

    @Override
    public void close() {
        send(administering(resource).DELETE().build());
    }

    private static Map<String, Object> representation(String clientId, int acr, int lifeInSeconds) {
        var acrClaim = Map.of(
                "name", "acr",
                "protocol", "openid-connect",
                "protocolMapper", "oidc-hardcoded-claim-mapper",
                "config",
                        Map.of(
                                "claim.name", "acr",
                                "claim.value", Integer.toString(acr),
                                "jsonType.label", "String",
                                "access.token.claim", "true"));
        return Map.of(
                "clientId",
                clientId,
                "publicClient",
                true,
                "directAccessGrantsEnabled",
                true,
                "standardFlowEnabled",
                false,
                "fullScopeAllowed",
                true,
                "attributes",
                Map.of("access.token.lifespan", Integer.toString(lifeInSeconds)),
                "defaultClientScopes",
                List.of("basic", "service-audience", "account", "profile", "email"),
                "optionalClientScopes",
                List.of(),
                "protocolMappers",
                List.of(acrClaim));
    }

    private HttpRequest.Builder administering(URI uri) {
        var token = grant(
                platform,
                "master",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        platform.secrets().adminName(),
                        "password",
                        platform.secrets().adminPassword()));
        return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token);
    }

    private static String grant(Platform platform, String realm, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var uri = URI.create(platform.keycloakUrl() + "/realms/" + realm + "/protocol/openid-connect/token");
        JsonNode answer = JSON.readTree(send(HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build())
                .body());
        return answer.get("access_token").asString();
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError(request.uri() + " answered " + answer.statusCode() + " " + answer.body());
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new AssertionError(request.uri() + " does not answer", e);
        }
    }
}
