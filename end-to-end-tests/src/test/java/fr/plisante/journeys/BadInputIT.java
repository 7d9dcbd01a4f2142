package fr.plisante.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.journeys.BadRequests.Bad;
import fr.plisante.samples.SamplePerson;
import fr.plisante.samples.SignIn;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What is sent wrong is refused in words, and nothing half-written stays of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int FILE = 400_000;

    private final Product product = Product.running();
    private final SamplePerson person = product.person("jerome");
    private final AccessRequests gateway = new AccessRequests(product.platform().publicUrl());
    private final RawRequests raw = new RawRequests(product.platform().publicUrl());

    private String token;
    private String administrator;
    private Belongings belongings;
    private String mailbox;
    private Remains before;

    @BeforeAll
    void begin() {
        var signIn =
                new SignIn(product.platform().publicUrl(), product.platform().url("smtp-sink"));
        var secret = product.platform().secrets().client("gateway");
        token = signIn.tokens(person.email(), person.password(), secret).access();
        var helene = product.person("helene");
        administrator = signIn.tokens(helene.email(), helene.password(), secret).access();
        belongings = Belongings.of(person, gateway, token);
        mailbox = "/api/mailbox/mailboxes/" + belongings.mailboxId();
    }

    @BeforeEach
    void remember() throws IOException {
        before = remains();
    }

    @AfterEach
    void nothingHalfWrittenStays() {
        Awaitility.await("what was there before")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(remains()).isEqualTo(before));
    }

    @AfterAll
    void leaveNothingBehind() {
        if (belongings != null) {
            belongings.remove(gateway, token);
        }
    }

    static List<Bad> badRequests() {
        return BadRequests.all();
    }

    @ParameterizedTest
    @MethodSource("badRequests")
    void refusesInWords(Bad bad) {
        var request = gateway.to(filled(bad.path()), bad.path().startsWith("{mailbox}") ? token : administrator)
                .header("Accept-Language", "fr")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(bad.method(), BodyPublishers.ofByteArray(filled(bad.body())));
        if (bad.type() != null) {
            request.header("Content-Type", bad.type());
        }

        var answer = gateway.send(request.build());

        refused(bad.toString(), answer, bad.status(), bad.code());
        if (bad.field() != null) {
            assertThat(JSON.readTree(answer.body()).path("errors").values()).anySatisfy(error -> {
                assertThat(error.get("field").asString()).isEqualTo(bad.field());
                assertThat(error.get("message").asString()).matches("\\p{Lu}.*\\.");
            });
        }
    }

    @Test
    void refusesABodyWithoutAnAnnouncedLengthOnceItIsTooLarge() {
        var request = gateway.to(draft(), token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.fromPublisher(
                        BodyPublishers.ofString("{\"version\":1,\"html\":\"" + "a".repeat(6_000_000) + "\"}")));

        refused("chunks", gateway.send(request.build()), 413, "content-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?q=", "/x"})
    void refusesAddressesWithoutEnd(String kind) {
        var answer = raw.halfSaid(raw.head("GET", "/api/directory/entries" + kind + "a".repeat(100_000), token));

        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("Tomcat", "Exception");
    }

    @Test
    void refusesHeadersWithoutEnd() {
        var answer = raw.halfSaid(raw.head("GET", "/api/mailbox/settings", token, "X-Long: " + "a".repeat(100_000)));

        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("Tomcat", "Exception");
    }

    @Test
    void takesUploadsThatAreLargerThanAnyJson() {
        var upload = draft() + "/uploads/" + UUID.randomUUID();
        var request = gateway.to(upload + "?name=grand.json", token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(new byte[20_000_000]));

        assertThat(gateway.send(request.build()).statusCode()).isEqualTo(201);
        assertThat(gateway.send(gateway.to(upload, token).DELETE().build()).statusCode())
                .isEqualTo(204);
    }

    @Test
    void keepsNothingOfAnUploadThatIsCut() {
        var head = raw.head("PUT", newUpload(), token, "Content-Type: text/plain", "Content-Length: " + FILE);

        var answer = raw.halfSaid(head + "a".repeat(FILE / 2));
        raw.hungUp(head + "a".repeat(FILE / 2));
        raw.hungUp(head);

        assertThat(answer)
                .satisfiesAnyOf(
                        none -> assertThat(none).isEmpty(),
                        said -> assertThat(said).startsWith("HTTP/1.1 400").contains("application/problem+json"));
    }

    @Test
    void keepsNothingOfAChunkedUploadThatIsCut() {
        var head = raw.head("PUT", newUpload(), token, "Content-Type: text/plain", "Transfer-Encoding: chunked");
        var chunk = Integer.toHexString(FILE) + "\r\n" + "a".repeat(FILE) + "\r\n";

        var answer = raw.halfSaid(head + chunk);
        for (var half :
                List.of("", "5\r\nabcde\r\n", "a\r\nabcde", "zz\r\n", "5\r\nabcde\r\nzz\r\n", chunk + "5\r\na")) {
            assertThat(raw.halfSaid(head + half)).startsWith("HTTP/1.1 400");
            raw.hungUp(head + half);
        }

        assertThat(answer)
                .satisfiesAnyOf(
                        none -> assertThat(none).isEmpty(),
                        said -> assertThat(said).startsWith("HTTP/1.1 400").contains("application/problem+json"));
    }

    @Test
    void keepsNothingOfALetterThatIsCut() {
        var head = raw.head("PUT", draft(), token, "Content-Type: application/json", "Content-Length: 10000");
        var begun = "{\"version\":1,\"to\":[],\"cc\":[],\"subject\":\"À moitié\",\"html\":\"";

        raw.halfSaid(head + begun);
        raw.hungUp(head + begun);
    }

    private static void refused(String what, HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as("%s: %s", what, answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        var problem = JSON.readTree(answer.body());
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).endsWith(".");
        assertThat(answer.body()).doesNotContain("Exception", "fr.plisante", "org.springframework", "jackson");
    }

    /** Everything a person has, and every file that lies behind it. */
    private record Remains(List<String> answers, List<String> blobs) {}

    private Remains remains() throws IOException {
        var answers = new ArrayList<String>();
        for (var path : List.of(
                "/drafts",
                "/drafts/" + belongings.draftId(),
                "/entries?folder=inbox",
                "/entries?folder=sent",
                "/entries?folder=trash")) {
            answers.add(gateway.json(token, "GET", mailbox + path, null).toString());
        }
        var blobs = product.platform().layout().data().resolve("blobs");
        try (Stream<Path> files = Files.walk(blobs)) {
            return new Remains(
                    answers,
                    files.filter(Files::isRegularFile)
                            .map(Path::toString)
                            .sorted()
                            .toList());
        }
    }

    private String draft() {
        return mailbox + "/drafts/" + belongings.draftId();
    }

    private String newUpload() {
        return draft() + "/uploads/" + UUID.randomUUID() + "?name=moitie.txt";
    }

    private byte[] filled(byte[] body) {
        // Byte for byte, for not every body is text.
        return filled(new String(body, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private String filled(String text) {
        var filled = text;
        for (var value : Map.of(
                        "{mailbox}", mailbox,
                        "{draft}", belongings.draftId(),
                        "{draftId}", belongings.draftId(),
                        "{entry}", belongings.entryId(),
                        "{address}", person.address())
                .entrySet()) {
            filled = filled.replace(value.getKey(), value.getValue());
        }
        return filled;
    }
}
