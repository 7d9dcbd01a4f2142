package fr.plisante.journeys;

import fr.plisante.local.Platform;
import fr.plisante.samples.KeycloakAdmin;
import fr.plisante.samples.SamplePerson;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A client that only a test has: it gives real tokens of the realm for a password alone, of the strength and the life
 * that the test wants. No client of the product does.
 */
final class RealmClient implements AutoCloseable {

    private final KeycloakAdmin keycloak;
    private final String clientId = "access-test-" + UUID.randomUUID();
    private final String path;

    private RealmClient(Platform platform, int acr, int lifeInSeconds) {
        this.keycloak = new KeycloakAdmin(platform.sampleTarget());
        var made = keycloak.call("POST", "/clients", representation(clientId, acr, lifeInSeconds))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        this.path = made.substring(made.lastIndexOf("/clients/"));
    }

    static RealmClient of(Platform platform, int acr, int lifeInSeconds) {
        return new RealmClient(platform, acr, lifeInSeconds);
    }

    /** A machine's token of the client {@code bootstrap}. */
    static String machine(Platform platform, String scope) {
        return new KeycloakAdmin(platform.sampleTarget()).bootstrapToken(Map.of("scope", scope));
    }

    String token(SamplePerson person) {
        return keycloak.token("plisante", clientId, person.email(), person.password());
    }

    @Override
    public void close() {
        keycloak.call("DELETE", path, null);
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
}
