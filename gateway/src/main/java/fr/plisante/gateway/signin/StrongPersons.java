package fr.plisante.gateway.signin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.stereotype.Component;

/**
 * Takes the person from the id token alone, and refuses a sign-in by password only ({@code acr} below 2): the browser
 * could have removed {@code acr_values=2} from the request.
 */
@Component
class StrongPersons implements OAuth2UserService<OidcUserRequest, OidcUser> {

    static final String TOO_WEAK = "sign_in_too_weak";

    private static final int STRONG = 2;

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var token = request.getIdToken();
        if (strength(token) < STRONG) {
            throw new OAuth2AuthenticationException(new OAuth2Error(TOO_WEAK));
        }
        // The services read the claims of the access token; what stays in the session is kept small.
        var kept = OidcIdToken.withTokenValue(token.getTokenValue())
                .claims(claims -> claims.putAll(token.getClaims()))
                .build();
        return new DefaultOidcUser(List.of(new OidcUserAuthority(kept)), kept);
    }

    private static int strength(OidcIdToken token) {
        var acr = number(token.getAuthenticationContextClass());
        return acr == null ? 0 : acr;
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,2}") ? Integer.valueOf(text) : null;
    }
}
