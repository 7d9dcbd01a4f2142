package fr.plisante.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.gateway.page.AnswerWriterFixture;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RateLimitsTests {

    private final RateLimits limits = new RateLimits(
            new RouteSettings(
                    URI.create("http://localhost"), Duration.ofSeconds(30), Duration.ofSeconds(3), 3, 100, 5, 50),
            AnswerWriterFixture.answers());

    @Test
    void slowsOneSessionDownAndNotTheOthers() throws Exception {
        assertThat(refusedOf(50, api(session("one")))).isGreaterThan(30);
        assertThat(refusedOf(1, api(session("two")))).isZero();
    }

    @Test
    void letsNobodyHideBehindAnInventedSession() throws Exception {
        var refused = 0;
        for (int i = 0; i < 50; i++) {
            var request = api(session("invented" + i));
            request.setCookies(new Cookie("plisante", session("invented" + i)), new Cookie("plisante", session("own")));
            refused += refusedOf(1, request);
        }

        assertThat(refused).isGreaterThan(30);
    }

    @Test
    void slowsAnAddressDownThatGuessesSessions() throws Exception {
        var refused = 0;
        for (int i = 0; i < 500; i++) {
            refused += refusedOf(1, api(session("guess" + i)));
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

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/authorization/plisante", "/login/oauth2/code/plisante", "/connexion"})
    void countsAllOfASignIn(String path) throws Exception {
        assertThat(refusedOf(50, new MockHttpServletRequest("GET", path))).isGreaterThan(20);
    }

    @Test
    void slowsAnAddressDownThatAsksForPages() throws Exception {
        assertThat(refusedOf(500, new MockHttpServletRequest("GET", "/boites/1/reception")))
                .isGreaterThan(300);
    }

    @Test
    void countsWhatIsNoSessionForItsAddressAlone() throws Exception {
        assertThat(refusedOf(20, api("x".repeat(7_000)))).isZero();
        assertThat(Callers.named(api("x".repeat(7_000)))).isEmpty();
        assertThat(Callers.named(api(session("one"))))
                .allSatisfy(name -> assertThat(name).hasSize(43))
                .hasSize(1);
    }

    @Test
    void countsATokenByItsDigestIfItLooksLikeOne() {
        assertThat(Callers.named(bearer("a.b.c"))).hasSize(1);
        assertThat(Callers.named(bearer("no token"))).isEmpty();
        assertThat(Callers.named(bearer("a.b." + "c".repeat(7_000)))).isEmpty();
    }

    @Test
    void takesANetworkOfIpv6ForOneAddress() {
        assertThat(address("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(address("2001:db8:1:2::1"))
                .isNotEqualTo(address("2001:db8:1:3::1"));
        assertThat(address("192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(address("unknown")).isEqualTo(address("192.0.2.1:5678"));
    }

    private static String address(String of) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(of);
        return Callers.address(request);
    }

    private static MockHttpServletRequest bearer(String token) {
        var request = new MockHttpServletRequest("GET", "/api/mailbox/mailboxes");
        request.addHeader("Authorization", "Bearer " + token);
        return request;
    }

    /** A value as a session's cookie has it. */
    private static String session(String name) {
        return (name + "_".repeat(43)).substring(0, 43);
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
