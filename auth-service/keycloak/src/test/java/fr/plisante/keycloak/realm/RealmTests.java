package fr.plisante.keycloak.realm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The hand-kept realm file holds together and holds no secret. */
class RealmTests {

    private static final Path SERVICES =
            Path.of("src/main/resources/META-INF/services/org.keycloak.authentication.AuthenticatorFactory");

    private JsonNode realm;

    @BeforeEach
    void read() throws IOException {
        realm = new ObjectMapper().readTree(Files.readString(Path.of("realm/plisante-realm.json")));
    }

    @Test
    void namesOnlyFlowsThatExist() {
        var flows = texts(realm.at("/authenticationFlows"), "alias");

        assertThat(flows)
                .contains(realm.get("browserFlow").asText())
                .contains(realm.get("resetCredentialsFlow").asText());
        assertThat(flows).containsAll(Set.copyOf(realm.findValuesAsText("flowAlias")));
    }

    @Test
    void namesOnlyFlowSettingsThatExist() {
        assertThat(texts(realm.at("/authenticatorConfig"), "alias"))
                .containsExactlyInAnyOrderElementsOf(realm.findValuesAsText("authenticatorConfig").stream()
                        .filter(alias -> !alias.isEmpty())
                        .toList());
    }

    @Test
    void usesTheStepsThatThisJarBrings() throws IOException {
        assertThat(Files.readAllLines(SERVICES)).hasSize(2);
        assertThat(realm.findValuesAsText("authenticator")).contains("plisante-password", "plisante-code");
    }

    @Test
    void namesOnlyClientScopesThatExist() {
        var scopes = texts(realm.get("clientScopes"), "name");

        for (var client : realm.get("clients")) {
            assertThat(scopes).containsAll(values(client.path("defaultClientScopes")));
            assertThat(scopes).containsAll(values(client.path("optionalClientScopes")));
        }
    }

    @Test
    void holdsNoSecret() {
        assertThat(realm.findValuesAsText("secret")).hasSize(4).allMatch(secret -> secret.matches("\\$\\{[A-Z_]+}"));
        assertThat(realm.findValuesAsText("password")).allMatch(password -> password.startsWith("${"));
        assertThat(realm.findValues("privateKey")).isEmpty();
        assertThat(realm.at("/components/org.keycloak.keys.KeyProvider").isMissingNode())
                .isTrue();
    }

    @Test
    void letsNobodyInWithThePasswordAlone() {
        var gateway = client("gateway");

        assertThat(gateway.at("/attributes/default.acr.values").asText()).isEqualTo("2");
        assertThat(gateway.at("/attributes/minimum.acr.value").asText()).isEqualTo("2");
        for (var client : realm.get("clients")) {
            var id = client.get("clientId").asText();
            assertThat(client.path("directAccessGrantsEnabled").asBoolean(true))
                    .as(id)
                    .isFalse();
            assertThat(client.path("implicitFlowEnabled").asBoolean(true))
                    .as(id)
                    .isFalse();
            assertThat(client.path("standardFlowEnabled").asBoolean(true))
                    .as(id)
                    .isEqualTo(id.equals("gateway"));
        }
    }

    @Test
    void opensNoSessionAfterAForgottenPassword() {
        var settings = realm.at("/authenticatorConfig");

        assertThat(settings)
                .anySatisfy(setting ->
                        assertThat(setting.at("/config/force-login").asText()).isEqualTo("true"));
    }

    @Test
    void keepsTheAccountOutOfThePersonsHands() throws IOException {
        var profile = new ObjectMapper()
                .readTree(realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config")
                        .get("kc.user.profile.config")
                        .get(0)
                        .asText());

        for (var attribute : profile.get("attributes")) {
            if (List.of("accountId", "regionId", "email", "username")
                    .contains(attribute.get("name").asText())) {
                assertThat(values(attribute.at("/permissions/edit")))
                        .as(attribute.get("name").asText())
                        .containsExactly("admin");
            }
        }
    }

    @Test
    void takesItsSettingsFromKnownVariables() throws IOException {
        var names = Pattern.compile("\\$\\{(PLISANTE_[A-Z_]+)")
                .matcher(Files.readString(Path.of("realm/plisante-realm.json")))
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(Files.readString(Path.of("README.md"))).contains(names);
    }

    private JsonNode client(String id) {
        for (var client : realm.get("clients")) {
            if (client.get("clientId").asText().equals(id)) {
                return client;
            }
        }
        throw new AssertionError("no client " + id);
    }

    private static Set<String> texts(JsonNode list, String field) {
        var texts = new TreeSet<String>();
        list.forEach(node -> texts.add(node.get(field).asText()));
        return texts;
    }

    private static List<String> values(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }
}
