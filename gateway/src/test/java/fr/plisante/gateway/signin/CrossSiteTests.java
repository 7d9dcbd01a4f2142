package fr.plisante.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.gateway.page.AnswerWriterFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CrossSiteTests {

    private final CrossSite filter = new CrossSite("http://localhost:8080", AnswerWriterFixture.answers());

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void letsOurOwnPagesChangeThings(String method) throws Exception {
        assertThat(status(request(method, "/boites/1/nouveau", "Sec-Fetch-Site", "same-origin")))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none"})
    void refusesEveryOtherPlace(String site) throws Exception {
        assertThat(status(request("POST", "/boites/1/nouveau", "Sec-Fetch-Site", site)))
                .isEqualTo(403);
    }

    @Test
    void believesTheFetchMetadataAndNotTheOriginBesideIt() throws Exception {
        var request = request("POST", "/logout", "Sec-Fetch-Site", "cross-site");
        request.addHeader("Origin", "http://localhost:8080");

        assertThat(status(request)).isEqualTo(403);
    }

    @Test
    void takesTheOriginOfBrowsersWithoutFetchMetadata() throws Exception {
        assertThat(status(request("POST", "/logout", "Origin", "http://localhost:8080")))
                .isEqualTo(200);
        assertThat(status(request("POST", "/logout", "Origin", "http://localhost:9090")))
                .isEqualTo(403);
        assertThat(status(request("POST", "/logout", "Origin", "null"))).isEqualTo(403);
    }

    @Test
    void refusesAChangeThatSaysNothing() throws Exception {
        assertThat(status(new MockHttpServletRequest("POST", "/api/mailbox/mailboxes")))
                .isEqualTo(403);
    }

    @Test
    void letsLinksFromElsewhereBeFollowed() throws Exception {
        assertThat(status(request("GET", "/boites/1/messages/2", "Sec-Fetch-Site", "cross-site")))
                .isEqualTo(200);
    }

    @Test
    void letsMachinesWithATokenOfTheirOwnPassToTheApiOnly() throws Exception {
        assertThat(status(request("POST", "/api/registration/accounts", "Authorization", "Bearer x")))
                .isEqualTo(200);
        assertThat(status(request("POST", "/boites/1/nouveau", "Authorization", "Bearer x")))
                .isEqualTo(403);
        assertThat(status(request("POST", "/api/registration/accounts", "Authorization", "Basic x")))
                .isEqualTo(403);
    }

    @Test
    void letsKeycloakSignOutOverTheBackChannel() throws Exception {
        assertThat(status(new MockHttpServletRequest("POST", "/logout/connect/back-channel/plisante")))
                .isEqualTo(200);
    }

    private int status(MockHttpServletRequest request) throws Exception {
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    private static MockHttpServletRequest request(String method, String path, String header, String value) {
        var request = new MockHttpServletRequest(method, path);
        request.addHeader(header, value);
        return request;
    }
}
