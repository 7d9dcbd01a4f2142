package fr.plisante.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.testkit.TestKeys;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

class PendingSignInsTests {

    private static final Path KEY = TestKeys.fresh().files().sessionKey();

    private final InMemoryClientRegistrationRepository registrations =
            new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId("plisante")
                    .clientId("gateway")
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri("http://localhost/login/oauth2/code/plisante")
                    .authorizationUri("http://localhost/auth")
                    .tokenUri("http://localhost/token")
                    .scope("openid")
                    .build());

    @Test
    void givesBackWhatTheSignInHasToProve() {
        var asked = asked("state-1");

        var found = signIns(Clock.systemUTC()).loadAuthorizationRequest(back("state-1", cookie(asked)));

        assertThat(found).isNotNull();
        assertThat(found.getState()).isEqualTo("state-1");
        assertThat(found.getRedirectUri()).isEqualTo(asked.getRedirectUri());
        assertThat(found.getAttributes()).containsExactlyInAnyOrderEntriesOf(asked.getAttributes());
    }

    @Test
    void showsNothingOfItToTheBrowser() {
        assertThat(cookie(asked("state-1")).getValue()).doesNotContain("state-1", "verifier-1");
    }

    @Test
    void refusesAnotherState() {
        assertThat(signIns(Clock.systemUTC()).loadAuthorizationRequest(back("state-2", cookie(asked("state-1")))))
                .isNull();
        assertThat(signIns(Clock.systemUTC()).loadAuthorizationRequest(back(null, cookie(asked("state-1")))))
                .isNull();
    }

    @Test
    void refusesWhatIsMadeUpOrChanged() {
        var cookie = cookie(asked("state-1"));
        var changed = (cookie.getValue().charAt(40) == 'A' ? 'B' : 'A') + "";
        var value =
                cookie.getValue().substring(0, 40) + changed + cookie.getValue().substring(41);

        for (var wrong : new String[] {value, "", "x", "é", "AAAA"}) {
            var back = back("state-1", new Cookie(cookie.getName(), wrong));
            assertThat(signIns(Clock.systemUTC()).loadAuthorizationRequest(back))
                    .as(wrong)
                    .isNull();
        }
    }

    @Test
    void refusesASignInThatTookTooLong() {
        var late = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(31));

        assertThat(signIns(late).loadAuthorizationRequest(back("state-1", cookie(asked("state-1")))))
                .isNull();
    }

    @Test
    void isTakenOnce() {
        var response = new MockHttpServletResponse();

        var taken = signIns(Clock.systemUTC())
                .removeAuthorizationRequest(back("state-1", cookie(asked("state-1"))), response);

        assertThat(taken).isNotNull();
        assertThat(Objects.requireNonNull(response.getCookie("plisante-sign-in"))
                        .getMaxAge())
                .isZero();
    }

    private PendingSignIns signIns(Clock clock) {
        var settings =
                new SessionSettings(Duration.ofHours(2), Duration.ofMinutes(30), KEY, URI.create("http://localhost"));
        return new PendingSignIns(registrations, SessionSeal.fromFile(KEY), settings, clock);
    }

    private Cookie cookie(OAuth2AuthorizationRequest asked) {
        var response = new MockHttpServletResponse();
        signIns(Clock.systemUTC()).saveAuthorizationRequest(asked, new MockHttpServletRequest(), response);
        return Objects.requireNonNull(response.getCookie("plisante-sign-in"));
    }

    private static OAuth2AuthorizationRequest asked(String state) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId("gateway")
                .authorizationUri("http://localhost/auth")
                .redirectUri("http://localhost/login/oauth2/code/plisante")
                .state(state)
                .attributes(Map.of("registration_id", "plisante", "nonce", "nonce-1", "code_verifier", "verifier-1"))
                .build();
    }

    private static MockHttpServletRequest back(@Nullable String state, Cookie cookie) {
        var request = new MockHttpServletRequest("GET", "/login/oauth2/code/plisante");
        if (state != null) {
            request.setParameter("state", state);
        }
        request.setCookies(cookie);
        return request;
    }
}
