package fr.plisante.starter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.JwtRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(
        classes = ServiceSecurityTests.Service.class,
        properties = {
            "spring.application.name=try-service",
            "spring.autoconfigure.exclude=fr.plisante.starter.event.EventAutoConfiguration,"
                    + "fr.plisante.starter.store.StoreAutoConfiguration,"
                    + "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration,"
                    + "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration"
        })
@AutoConfigureMockMvc
class ServiceSecurityTests {

    @Autowired
    MockMvcTester http;

    @Test
    void turnsAwayWhoBringsNoToken() {
        assertThat(http.get().uri("/whoami"))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .contains("urn:plisante:problem:sign-in-needed", "Connectez-vous");
    }

    @Test
    void turnsAwayAPageThatDoesNotExistWithoutSayingSo() {
        assertThat(http.get().uri("/nowhere")).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void asksForTheCodeOfWhoHasOnlyGivenAPassword() {
        assertThat(http.get().uri("/whoami").with(person("1")))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .hasHeader("WWW-Authenticate", "Bearer error=\"insufficient_user_authentication\", acr_values=\"2\"")
                .bodyText()
                .contains("urn:plisante:problem:stronger-sign-in-needed");
    }

    @Test
    void letsAPersonWhoSignedInStronglyIn() {
        assertThat(http.get().uri("/whoami").with(person("2")))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("Camille EXEMPLE [region-administrator]");
    }

    @Test
    void refusesAMachineWhereAPersonIsNeeded() {
        assertThat(http.get().uri("/whoami").with(machine())).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(http.get().uri("/internal/whoami").with(machine()))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("urn:plisante:problem:person-needed");
    }

    @Test
    void opensToAMachineOnlyWhatItsScopeNames() {
        assertThat(http.get().uri("/internal/machine").with(machine())).hasStatusOk();
        assertThat(http.get().uri("/internal/machine").with(person("2"))).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void showsTheInsideOnlyToOperations() {
        assertThat(http.get().uri("/actuator/health/liveness")).hasStatusOk();
        assertThat(http.get().uri("/actuator/mappings")).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(http.get().uri("/actuator/mappings").with(person("2"))).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void saysWhichFieldOfABodyIsUnknown() {
        assertThat(http.post()
                        .uri("/letters")
                        .with(person("2"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"object\":\"a\",\"bcc\":\"b\"}")
                        .header("Accept-Language", "en"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("\"field\":\"bcc\"", "This field does not exist.");
    }

    @Test
    void takesNoValueOfAnotherTypeForRight() {
        for (var body : List.of("{\"object\":5}", "{\"object\":\"a\",\"object\":\"b\"}", "{\"object\":\"a\"}{}")) {
            assertThat(http.post()
                            .uri("/letters")
                            .with(person("2"))
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body))
                    .as(body)
                    .hasStatus(HttpStatus.BAD_REQUEST)
                    .bodyText()
                    .contains("unreadable-body");
        }
    }

    @Test
    void readsNoBodyWithoutEnd() {
        assertThat(http.post()
                        .uri("/letters")
                        .with(person("2"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"object\":\"" + "a".repeat(5_000_000) + "\"}"))
                .hasStatus(HttpStatus.CONTENT_TOO_LARGE)
                .bodyText()
                .contains("content-too-large");
    }

    @Test
    void keepsTheInsideOfAFailureInside() {
        assertThat(http.get().uri("/broken").with(person("2")))
                .hasStatus(HttpStatus.INTERNAL_SERVER_ERROR)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .doesNotContain("secret");
    }

    @Test
    void takesAStoreThatGoesAwayForNoCallerWhoDoes() {
        assertThat(http.get().uri("/store-gone").with(person("2"))).hasStatus(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    @Test
    void saysARefusalInTheCallersLanguageAndNamesItsField() {
        assertThat(http.get().uri("/numbers?cursor=x").with(person("2")).header("Accept-Language", "en"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"type": "urn:plisante:problem:cursor-invalid", "title": "Page not found", "status": 400,
                         "code": "cursor-invalid", "detail": "The rest of this list is not found this way. Begin again.",
                         "errors": [{"field": "cursor",
                                     "message": "The rest of this list is not found this way. Begin again."}]}
                        """);
    }

    @Test
    void refusesALimitOutOfRange() {
        for (var limit : List.of("0", "201", "-1", "many", "")) {
            assertThat(http.get().uri("/numbers?limit=" + limit).with(person("2")))
                    .as(limit)
                    .hasStatus(HttpStatus.BAD_REQUEST)
                    .bodyText()
                    .contains("limit-invalid", "Demandez de 1 à 200 éléments.");
        }
    }

    @Test
    void showsAListPageByPage() {
        assertThat(numbers("limit=2")).isEqualTo("{\"items\":[\"1\",\"2\"],\"next\":\"2\"}");
        assertThat(numbers("limit=2&cursor=2")).isEqualTo("{\"items\":[\"3\",\"4\"],\"next\":null}");
        assertThat(numbers("")).isEqualTo("{\"items\":[\"1\",\"2\",\"3\",\"4\"],\"next\":null}");
    }

    private String numbers(String query) {
        return new String(
                http.get()
                        .uri("/numbers?" + query)
                        .with(person("2"))
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    @Test
    void speaksOfMissingPagesAndMethodsInProblems() {
        assertThat(http.get().uri("/nowhere").with(person("2")))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("urn:plisante:problem:not-found");
        assertThat(http.delete().uri("/whoami").with(person("2")))
                .hasStatus(HttpStatus.METHOD_NOT_ALLOWED)
                .bodyText()
                .contains("urn:plisante:problem:method-not-allowed");
    }

    private static JwtRequestPostProcessor person(String acr) {
        return token(token -> token.claim("accountId", UUID.randomUUID().toString())
                .claim("name", "Camille EXEMPLE")
                .claim("roles", List.of("region-administrator"))
                .claim("acr", acr));
    }

    private static JwtRequestPostProcessor machine() {
        return token(token -> token.claim("scope", "try"));
    }

    private static JwtRequestPostProcessor token(java.util.function.Consumer<Jwt.Builder> claims) {
        return jwt().jwt(claims).authorities(new Authorities());
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Service {

        @Bean
        AccessRules rules() {
            return requests -> requests.requestMatchers("/internal/**").hasAuthority("SCOPE_try");
        }

        @RestController
        static class Controller {

            record Letter(String object) {}

            @GetMapping({"/whoami", "/internal/whoami"})
            String whoami(Caller caller) {
                return caller.name() + " " + caller.roles();
            }

            @GetMapping("/internal/machine")
            String machine() {
                return "machine";
            }

            @PostMapping("/letters")
            String letter(@RequestBody Letter letter) {
                return letter.object();
            }

            @GetMapping("/numbers")
            Page<String> numbers(Paging paging) {
                var after = paging.after(Integer::valueOf);
                var found = IntStream.rangeClosed(1, 4)
                        .boxed()
                        .filter(number -> after == null || number > after)
                        .limit(paging.fetch())
                        .toList();
                return paging.page(found, number -> number).map(String::valueOf);
            }

            @GetMapping("/broken")
            String broken() {
                throw new IllegalStateException("secret inside");
            }

            @GetMapping("/store-gone")
            String storeGone() {
                throw new IllegalStateException(new IOException("Connection reset by peer"));
            }
        }
    }
}
