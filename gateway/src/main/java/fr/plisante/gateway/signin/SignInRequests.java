package fr.plisante.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/** Asks Keycloak for the strong sign-in; {@code ?encore} makes it ask for the password again. */
@Component
class SignInRequests implements OAuth2AuthorizationRequestResolver {

    static final String AGAIN = "/oauth2/authorization/plisante?encore";

    private final DefaultOAuth2AuthorizationRequestResolver resolver;

    SignInRequests(ClientRegistrationRepository registrations) {
        this.resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations, "/oauth2/authorization");
        resolver.setAuthorizationRequestCustomizer(
                request -> request.additionalParameters(parameters -> parameters.put("acr_values", "2")));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return anew(request, resolver.resolve(request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return anew(request, resolver.resolve(request, registration));
    }

    private static @Nullable OAuth2AuthorizationRequest anew(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest asked) {
        return asked == null || request.getParameter("encore") == null
                ? asked
                : OAuth2AuthorizationRequest.from(asked)
                        .additionalParameters(parameters -> parameters.put("prompt", "login"))
                        .build();
    }
}
