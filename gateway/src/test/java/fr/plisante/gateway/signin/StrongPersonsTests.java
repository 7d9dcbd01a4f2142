package fr.plisante.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

class StrongPersonsTests {

    private final StrongPersons persons = new StrongPersons();

    @Test
    void takesTheSubjectOfAStrongSignIn() {
        assertThat(persons.loadUser(request("2")).getName()).isEqualTo("person");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"0", "1", "", "strong", "-2", "2222"})
    void refusesAWeakSignIn(@Nullable String acr) {
        assertThatThrownBy(() -> persons.loadUser(request(acr)))
                .isInstanceOfSatisfying(
                        OAuth2AuthenticationException.class,
                        refused -> assertThat(refused.getError().getErrorCode()).isEqualTo(StrongPersons.TOO_WEAK));
    }

    private static OidcUserRequest request(@Nullable String acr) {
        var now = Instant.now();
        var registration = ClientRegistration.withRegistrationId("plisante")
                .clientId("gateway")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("http://localhost/login/oauth2/code/plisante")
                .authorizationUri("http://localhost/auth")
                .tokenUri("http://localhost/token")
                .build();
        var token = OidcIdToken.withTokenValue("token").subject("person");
        if (acr != null) {
            token.claim("acr", acr);
        }
        return new OidcUserRequest(
                registration,
                new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "access", now, now.plusSeconds(300)),
                token.build());
    }
}
