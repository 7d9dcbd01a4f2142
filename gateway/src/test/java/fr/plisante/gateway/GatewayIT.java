package fr.plisante.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import fr.plisante.testkit.RealComponents;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** The gateway in front of one service, while Keycloak and every other service are down. */
@RealComponents
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class GatewayIT {

    private static final EchoService SERVICE = EchoService.start();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    private int port;

    @Autowired
    private MongoDatabase database;

    @Autowired
    private List<RequestMappingInfoHandlerMapping> handlers;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        var nobody = "http://127.0.0.1:1";
        properties.add("PLISANTE_PUBLIC_URL", () -> "http://localhost:8080");
        properties.add("PLISANTE_MAILBOX_URL", SERVICE::url);
        properties.add("PLISANTE_WEBMAIL_URL", () -> nobody);
        properties.add("PLISANTE_DIRECTORY_URL", () -> nobody);
        properties.add("PLISANTE_KEYCLOAK_URL", () -> nobody + "/auth");
        properties.add("PLISANTE_CLIENT_SECRET_GATEWAY", () -> "secret");
    }

    @AfterAll
    static void stop() {
        SERVICE.stop();
    }

    @Test
    void isHealthyWithoutKeycloak() throws Exception {
        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
    }

    @Test
    void letsFormsPassByteForByte() throws Exception {
        var form = "a=1&a=2&b=%C3%A9+x&c=%2B";

        var answer = send(machine("/api/mailbox/form?q=%C3%A9&q=2")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));

        assertThat(answer.headers().firstValue("X-Sha")).hasValue(EchoService.sha(form.getBytes()));
        assertThat(answer.body()).contains("POST /api/mailbox/form?q=%C3%A9&q=2");
    }

    @Test
    void streamsLargeBodiesUnchanged() throws Exception {
        var content = new byte[30 << 20];
        new Random(7).nextBytes(content);

        var answer = send(machine("/api/mailbox/upload")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content))));

        assertThat(answer.headers().firstValue("X-Sha")).hasValue(EchoService.sha(content));
    }

    @Test
    void bringsTheRefusalOfABodyBackWhileItIsSent() throws Exception {
        var answer = send(machine("/api/mailbox/too-large").PUT(BodyPublishers.ofByteArray(new byte[20 << 20])));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void tellsServicesWhoAskedAndKeepsCookiesToItself() throws Exception {
        var answer = send(machine("/api/mailbox/mailboxes")
                .header("Cookie", "plisante=stolen")
                .header("X-Forwarded-For", "203.0.113.9")
                .header("X-Forwarded-Host", "evil.example"));

        assertThat(answer.body())
                .contains("authorization=[Bearer machine]", "x-forwarded-for=[127.0.0.1]")
                .contains("x-forwarded-host=[localhost:8080]")
                .doesNotContain("cookie", "203.0.113.9", "evil");
    }

    @Test
    void keepsThePolicyOfALetterBody() throws Exception {
        var answer = send(machine("/api/mailbox/mailboxes/1/entries/2/body"));

        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; style-src 'unsafe-inline'");
        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("SAMEORIGIN");
    }

    @Test
    void saysInTheReadersLanguageThatAServiceIsDown() throws Exception {
        var french = send(machine("/api/directory/entries?q=abc"));
        var english = send(machine("/api/directory/entries?q=abc").header("Accept-Language", "en"));

        assertThat(french.statusCode()).isEqualTo(503);
        assertThat(french.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(french.body())
                .contains("Le service d’annuaire ne répond pas")
                .doesNotContain("Exception");
        assertThat(english.body()).contains("The directory service does not answer");
    }

    @Test
    void givesPeopleAPageWhenThePagesAreDown() throws Exception {
        var answer = send(request("/assets/missing").header("Accept", "text/html"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("<h1>Service momentanément indisponible</h1>");
    }

    @Test
    void sendsAPageToSignInAndTheApiAway() throws Exception {
        var page = send(request("/boites/1/messages/2").header("Accept", "text/html"));
        var api = get("/api/mailbox/mailboxes");

        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location").orElseThrow()).endsWith("/oauth2/authorization/plisante");
        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("REDIRECT_URI=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(api.statusCode()).isEqualTo(401);
        assertThat(api.body()).contains("urn:plisante:problem:not-signed-in");
    }

    @Test
    void asksKeycloakForTheStrongSignInUnderOneOrigin() throws Exception {
        var answer = send(request("/oauth2/authorization/plisante").header("Accept", "text/html"));

        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .startsWith("http://localhost:8080/auth/realms/plisante/protocol/openid-connect/auth?")
                .contains("acr_values=2", "code_challenge=", "nonce=", "state=");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("plisante-sign-in=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=1800")
                .hasSizeLessThan(2_000);
    }

    @Test
    void keepsNothingOfStrangers() throws Exception {
        send(request("/boites/1/messages/2").header("Accept", "text/html"));
        send(request("/oauth2/authorization/plisante").header("Accept", "text/html"));
        send(request("/login/oauth2/code/plisante?code=x&state=y").header("Accept", "text/html"));
        send(request("/connexion?echec").header("Accept", "text/html"));

        assertThat(database.getCollection("sessions").countDocuments()).isZero();
    }

    @Test
    void refusesAMadeUpSession() throws Exception {
        assertThat(send(request("/api/mailbox/mailboxes").header("Cookie", "plisante=made-up"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusesChangesFromOtherSites() throws Exception {
        var answer = send(request("/api/mailbox/mailboxes")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("urn:plisante:problem:cross-site");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/actuator/beans", "/api/unknown", "/internal/codes"})
    void opensNothingElse(String path) throws Exception {
        assertThat(get(path).statusCode()).isIn(401, 403, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/admin/master/console/", "/auth/realms/master/account", "/auth/metrics"})
    void doesNotShowTheAdministrationOfKeycloak(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void hasNoHandlerThatTheTableOfAccessDoesNotKnow() throws Exception {
        var known = Files.readString(Path.of("../end-to-end-tests/src/test/resources/access.txt"))
                .lines()
                .filter(line -> line.startsWith("gateway ") || line.startsWith("* "))
                .map(line -> line.split(" {2,}")[1])
                .toList();

        var routes = handlers.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(GatewayIT::routes)
                .toList();

        assertThat(routes).contains("GET /connexion", "GET /actuator/health").isSubsetOf(known);
    }

    /** As the table writes it: {@code GET /path parameter}. */
    private static Stream<String> routes(RequestMappingInfo handler) {
        var methods = handler.getMethodsCondition().getMethods();
        var method = methods.isEmpty() ? "ANY" : methods.iterator().next().name();
        var parameters = handler.getParamsCondition().getExpressions().stream()
                .map(parameter -> " " + parameter)
                .collect(Collectors.joining());
        return handler.getPatternValues().stream().map(path -> method + " " + path + parameters);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpRequest.Builder machine(String path) {
        return request(path).header("Authorization", "Bearer machine");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
