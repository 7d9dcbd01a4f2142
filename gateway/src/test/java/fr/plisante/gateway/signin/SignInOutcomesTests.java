package fr.plisante.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.gateway.page.AnswerWriterFixture;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

class SignInOutcomesTests {

    private final DeepLinks links = new DeepLinks();
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
        var session = new MockHttpSession();
        var asked = page("/boites/1/messages/received%3A2");
        asked.setQueryString("de=avis");
        asked.setSession(session);
        links.saveRequest(asked, new MockHttpServletResponse());
        var back = page("/login/oauth2/code/plisante");
        back.setSession(session);

        outcomes.onAuthenticationSuccess(back, response, new TestingAuthenticationToken("person", "none"));

        assertThat(response.getRedirectedUrl()).isEqualTo("/boites/1/messages/received%3A2?de=avis");
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

        assertThat(call.getSession(false)).isNull();
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
