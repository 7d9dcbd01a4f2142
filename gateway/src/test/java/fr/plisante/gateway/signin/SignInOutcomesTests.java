package fr.plisante.gateway.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.gateway.page.AnswerWriterFixture;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

class SignInOutcomesTests {

    private final DeepLinks links =
            new DeepLinks(new SignInSettings(URI.create("https://plisante.example"), "", "", "gateway", "secret"));
    private final SignInOutcomes outcomes = new SignInOutcomes(links, AnswerWriterFixture.answers());
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void sendsAPageToSignIn() throws Exception {
        outcomes.commence(page("/boites/1/messages/2"), response, new InsufficientAuthenticationException("none"));

        assertThat(response.getRedirectedUrl()).isEqualTo("/oauth2/authorization/plisante");
    }

    @Test
    void refusesTheApiWith401() throws Exception {
        var request = new MockHttpServletRequest("GET", "/api/mailbox/mailboxes");

        outcomes.commence(request, response, new InsufficientAuthenticationException("none"));

        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
    }

    @Test
    void tellsHtmxToReloadThePage() throws Exception {
        var request = page("/boites/1/reception");
        request.addHeader("HX-Request", "true");

        outcomes.commence(request, response, new InsufficientAuthenticationException("none"));

        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(response.getHeader("HX-Refresh")).isEqualTo("true");
    }

    @Test
    void goesOnToThePageAskedForBeforeSigningIn() throws Exception {
        var asked = page("/boites/1/messages/received%3A2");
        asked.setQueryString("de=avis");

        assertThat(afterSigningIn(asked)).isEqualTo("/boites/1/messages/received%3A2?de=avis");
        assertThat(asked.getSession(false)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?x=%zz", "//evil.example/", "/\\evil.example", "https://evil.example/"})
    void goesNowhereElse(String remembered) throws Exception {
        var back = page("/login/oauth2/code/plisante");
        back.setCookies(new Cookie("REDIRECT_URI", Base64.getEncoder().encodeToString(remembered.getBytes(UTF_8))));

        outcomes.onAuthenticationSuccess(back, response, new TestingAuthenticationToken("person", "none"));

        assertThat(response.getRedirectedUrl()).isEqualTo("/");
    }

    @Test
    void remembersNoAddressThatIsTooLongForACookie() throws Exception {
        assertThat(afterSigningIn(page("/boites/" + "x".repeat(7_000)))).isEqualTo("/");
    }

    private String afterSigningIn(MockHttpServletRequest asked) throws Exception {
        var sentAway = new MockHttpServletResponse();
        links.saveRequest(asked, sentAway);
        assertThat(sentAway.getCookies())
                .allMatch(cookie ->
                        cookie.getSecure() && cookie.isHttpOnly() && "Lax".equals(cookie.getAttribute("SameSite")));
        var back = page("/login/oauth2/code/plisante");
        back.setCookies(sentAway.getCookies());
        outcomes.onAuthenticationSuccess(back, response, new TestingAuthenticationToken("person", "none"));
        return Objects.requireNonNull(response.getRedirectedUrl());
    }

    @Test
    void goesHomeWhenNothingWasAskedFor() throws Exception {
        outcomes.onAuthenticationSuccess(
                page("/login/oauth2/code/plisante"), response, new TestingAuthenticationToken("person", "none"));

        assertThat(response.getRedirectedUrl()).isEqualTo("/");
    }

    @Test
    void remembersPagesAndNotTheCallsBehindThem() {
        var call = new MockHttpServletRequest("GET", "/api/mailbox/mailboxes");
        call.addHeader("Accept", "text/html");

        links.saveRequest(call, response);

        assertThat(response.getCookies()).isEmpty();
    }

    @Test
    void beginsAnewAfterASignInByPasswordOnly() throws Exception {
        outcomes.onAuthenticationFailure(
                page("/login/oauth2/code/plisante"),
                response,
                new OAuth2AuthenticationException(new OAuth2Error(StrongPersons.TOO_WEAK)));

        assertThat(response.getRedirectedUrl()).isEqualTo("/oauth2/authorization/plisante?encore");
    }

    @Test
    void goesOnWhenAnotherTabBeganToSignInLater() throws Exception {
        var back = page("/login/oauth2/code/plisante");
        back.setCookies(
                new Cookie("plisante-sign-in", "of another tab"),
                new Cookie("REDIRECT_URI", Base64.getEncoder().encodeToString("/boites/1".getBytes(UTF_8))));

        outcomes.onAuthenticationFailure(
                back, response, new OAuth2AuthenticationException(new OAuth2Error("authorization_request_not_found")));

        assertThat(response.getRedirectedUrl()).isEqualTo("/boites/1");
    }

    @Test
    void explainsAnyOtherFailureOnAPage() throws Exception {
        outcomes.onAuthenticationFailure(
                page("/login/oauth2/code/plisante"),
                response,
                new OAuth2AuthenticationException(new OAuth2Error("authorization_request_not_found")));

        assertThat(response.getRedirectedUrl()).isEqualTo("/connexion?echec");
    }

    private static MockHttpServletRequest page(String path) {
        var request = new MockHttpServletRequest("GET", path);
        request.addHeader("Accept", "text/html");
        return request;
    }
}
