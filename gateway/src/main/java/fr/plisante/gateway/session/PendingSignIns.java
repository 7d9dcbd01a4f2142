package fr.plisante.gateway.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Component;

/**
 * Keeps what a sign-in under way has to prove (state, nonce, code verifier) with the browser, in a sealed cookie: whoever
 * has not signed in costs the store nothing. Of two sign-ins under way in one browser the later one counts.
 */
@Component
class PendingSignIns implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final String UNTIL = "until";
    private static final String STATE = "state";
    /** What the seal binds it to, as it binds a session to its id. */
    private static final String SIGN_IN = "sign-in";

    private final ClientRegistration client;
    private final SessionSeal seal;
    private final SessionSettings settings;
    private final Clock clock;
    private final String cookieName;

    PendingSignIns(
            InMemoryClientRegistrationRepository registrations,
            SessionSeal seal,
            SessionSettings settings,
            Clock clock) {
        this.client = registrations.iterator().next();
        this.seal = seal;
        this.settings = settings;
        this.clock = clock;
        this.cookieName = settings.https() ? "__Host-plisante-sign-in" : "plisante-sign-in";
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        var state = request.getParameter(OAuth2ParameterNames.STATE);
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(cookieName))
                .flatMap(cookie -> open(cookie).stream())
                .filter(kept -> Objects.equals(kept.get(STATE), state))
                .findFirst()
                .map(this::asked)
                .orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked == null) {
            set(response, "", Duration.ZERO);
            return;
        }
        var kept = new HashMap<>(asked.getAttributes());
        kept.put(STATE, asked.getState());
        kept.put(UNTIL, clock.instant().plus(settings.signInWithin()));
        set(
                response,
                Base64.getUrlEncoder().withoutPadding().encodeToString(seal.seal(kept, SIGN_IN)),
                settings.signInWithin());
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        var asked = loadAuthorizationRequest(request);
        if (asked != null) {
            set(response, "", Duration.ZERO);
        }
        return asked;
    }

    private Optional<Map<String, Object>> open(Cookie cookie) {
        try {
            var kept = seal.open(Base64.getUrlDecoder().decode(cookie.getValue()), SIGN_IN);
            return kept.get(UNTIL) instanceof Instant until && until.isAfter(clock.instant())
                    ? Optional.of(kept)
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            // Made up, or sealed by a key that is no longer used: the person begins to sign in again.
            return Optional.empty();
        }
    }

    private OAuth2AuthorizationRequest asked(Map<String, Object> kept) {
        var attributes = new HashMap<>(kept);
        attributes.remove(UNTIL);
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(client.getClientId())
                .authorizationUri(
                        Objects.requireNonNull(client.getProviderDetails().getAuthorizationUri()))
                .redirectUri(client.getRedirectUri())
                .scopes(client.getScopes())
                .state((String) attributes.remove(STATE))
                .attributes(all -> all.putAll(attributes))
                .build();
    }

    private void set(HttpServletResponse response, String value, Duration age) {
        var cookie = ResponseCookie.from(cookieName, value)
                .path("/")
                .httpOnly(true)
                .secure(settings.https())
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
