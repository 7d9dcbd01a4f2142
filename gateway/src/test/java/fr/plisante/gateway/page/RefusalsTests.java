package fr.plisante.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RefusalsTests {

    private final Refusals refusals = RefusalsFixture.refusals();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void givesProgramsAProblem() throws Exception {
        var request = new MockHttpServletRequest("GET", "/api/mailbox/mailboxes");
        request.addHeader("Accept", "text/html");

        refusals.refuse(request, response, HttpStatus.UNAUTHORIZED, "not-signed-in");

        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(response.getContentAsString())
                .contains(
                        "\"type\":\"urn:plisante:problem:not-signed-in\"",
                        "\"status\":401",
                        "\"code\":\"not-signed-in\"");
    }

    @Test
    void givesPeopleAPageInFrench() throws Exception {
        var request = page("/boites/1/reception");

        refusals.refuse(request, response, HttpStatus.BAD_GATEWAY, "service-unavailable", "de pages");

        assertThat(response.getContentAsString())
                .contains("<html lang=\"fr\">", "Le service de pages ne répond pas", "href=\"/boites/1/reception\"")
                .doesNotContain("{");
    }

    @Test
    void offersTheMailboxWhereTryingAgainIsInVain() throws Exception {
        refusals.refuse(page("/nulle-part"), response, HttpStatus.NOT_FOUND, "not-found");

        assertThat(response.getContentAsString()).contains("Page introuvable", "href=\"/\"", "Revenir à ma boîte");
    }

    @Test
    void givesPeopleAPageInEnglish() throws Exception {
        var request = page("/boites/1/reception");
        request.addHeader("Accept-Language", "en-GB,en;q=0.9,fr;q=0.1");

        refusals.refuse(request, response, HttpStatus.NOT_FOUND, "not-found");

        assertThat(response.getContentAsString()).contains("<html lang=\"en\">", "Page not found");
    }

    @Test
    void writesWhatTheCallerSentHarmlessly() throws Exception {
        var request = page("/a\"><script>alert(1)</script>");

        refusals.refuse(request, response, HttpStatus.BAD_GATEWAY, "service-unavailable", "de pages");

        assertThat(response.getContentAsString()).doesNotContain("<script>");
    }

    private static MockHttpServletRequest page(String path) {
        var request = new MockHttpServletRequest("GET", path);
        request.addHeader("Accept", "text/html,application/xhtml+xml");
        return request;
    }
}
