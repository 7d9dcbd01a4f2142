package fr.plisante.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class AnswerWriterTests {

    private final AnswerWriter answers = AnswerWriterFixture.answers();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void givesProgramsAProblem() throws Exception {
        var request = new MockHttpServletRequest("GET", "/api/mailbox/mailboxes");
        request.addHeader("Accept", "text/html");

        answers.refuse(request, response, GatewayRefusals.notSignedIn());

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

        answers.refuse(request, response, GatewayRefusals.serviceUnavailable("webmail"));

        assertThat(response.getContentAsString())
                .contains("<html lang=\"fr\">", "Le service de pages ne répond pas", "href=\"/boites/1/reception\"")
                .doesNotContain("{");
    }

    @Test
    void offersTheMailboxWhereTryingAgainIsInVain() throws Exception {
        answers.refuse(page("/nulle-part"), response, GatewayRefusals.of(HttpStatus.NOT_FOUND));

        assertThat(response.getContentAsString()).contains("Page introuvable", "href=\"/\"", "Revenir à ma boîte");
    }

    @Test
    void givesPeopleAPageInEnglish() throws Exception {
        var request = page("/boites/1/reception");
        request.addHeader("Accept-Language", "en-GB,en;q=0.9,fr;q=0.1");

        answers.refuse(request, response, GatewayRefusals.of(HttpStatus.NOT_FOUND));

        assertThat(response.getContentAsString()).contains("<html lang=\"en\">", "Page not found");
    }

    @Test
    void writesWhatTheCallerSentHarmlessly() throws Exception {
        var request = page("/a\"><script>alert(1)</script>");

        answers.refuse(request, response, GatewayRefusals.serviceUnavailable("webmail"));

        assertThat(response.getContentAsString()).doesNotContain("<script>");
    }

    private static MockHttpServletRequest page(String path) {
        var request = new MockHttpServletRequest("GET", path);
        request.addHeader("Accept", "text/html,application/xhtml+xml");
        return request;
    }
}
