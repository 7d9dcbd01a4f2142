package fr.plisante.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.gateway.page.AnswerWriterFixture;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RateLimitsTests {

    private final RateLimits limits = new RateLimits(
            new RouteSettings(URI.create("http://localhost"), Duration.ofSeconds(30), Duration.ofSeconds(3), 3, 100, 5),
            AnswerWriterFixture.answers());

    @Test
    void slowsOneSessionDownAndNotTheOthers() throws Exception {
        assertThat(refusedOf(50, api("one"))).isGreaterThan(30);
        assertThat(refusedOf(1, api("two"))).isZero();
    }

    @Test
    void slowsAnAddressDownThatGuessesSessions() throws Exception {
        var refused = 0;
        for (int i = 0; i < 500; i++) {
            refused += refusedOf(1, api("guess-" + i));
        }

        assertThat(refused).isGreaterThan(100);
    }

    @Test
    void slowsSignInsOfOneAddressDown() throws Exception {
        assertThat(refusedOf(50, new MockHttpServletRequest("POST", "/auth/realms/plisante/login")))
                .isGreaterThan(20);
    }

    @Test
    void countsAPathInEverySpelling() throws Exception {
        assertThat(refusedOf(50, new MockHttpServletRequest("POST", "/auth/%72ealms/plisante/login")))
                .isGreaterThan(20);
    }

    @Test
    void leavesPagesAlone() throws Exception {
        assertThat(refusedOf(500, new MockHttpServletRequest("GET", "/boites/1/reception")))
                .isZero();
    }

    private static MockHttpServletRequest api(String session) {
        var request = new MockHttpServletRequest("GET", "/api/mailbox/mailboxes");
        request.setCookies(new Cookie("plisante", session));
        return request;
    }

    private int refusedOf(int times, MockHttpServletRequest request) throws Exception {
        var refused = 0;
        for (int i = 0; i < times; i++) {
            var response = new MockHttpServletResponse();
            limits.doFilter(request, response, new MockFilterChain());
            request.removeAttribute(limits.getClass().getName() + ".FILTERED");
            refused += response.getStatus() == 429 ? 1 : 0;
        }
        return refused;
    }
}
