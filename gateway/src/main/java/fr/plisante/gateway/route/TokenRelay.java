package fr.plisante.gateway.route;

import fr.plisante.gateway.page.AnswerWriter;
import fr.plisante.gateway.page.GatewayRefusals;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayServerResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Adds the access token of the session to the request, refreshed if it ends soon.
 *
 * <p>If Keycloak no longer refreshes it, the sign-in is over. Then the session is closed, a page is sent to sign-in and
 * everything else gets 401.
 */
@Component
class TokenRelay {

    private final OAuth2AuthorizedClientManager clients;
    private final AnswerWriter answers;

    TokenRelay(OAuth2AuthorizedClientManager clients, AnswerWriter answers) {
        this.clients = clients;
        this.answers = answers;
    }

    ServerResponse call(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        if (BearerTokens.isPresent(request.servletRequest())
                || !(request.servletRequest().getUserPrincipal() instanceof OAuth2AuthenticationToken person)) {
            return next.handle(request);
        }
        var token = token(request, person);
        if (token == null) {
            return signInAgain(request.servletRequest());
        }
        return next.handle(ServerRequest.from(request)
                .headers(headers -> headers.setBearerAuth(token))
                .build());
    }

    private @Nullable String token(ServerRequest request, OAuth2AuthenticationToken person) {
        try {
            var client = clients.authorize(
                    OAuth2AuthorizeRequest.withClientRegistrationId(person.getAuthorizedClientRegistrationId())
                            .principal(person)
                            .attribute(HttpServletRequest.class.getName(), request.servletRequest())
                            .build());
            return client == null ? null : client.getAccessToken().getTokenValue();
        } catch (ClientAuthorizationException refused) {
            return null;
        }
    }

    private ServerResponse signInAgain(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        if (AnswerWriter.isNavigation(request)) {
            return GatewayServerResponse.status(HttpStatus.FOUND)
                    .header(HttpHeaders.LOCATION, request.getRequestURI())
                    .build();
        }
        return GatewayServerResponse.status(HttpStatus.UNAUTHORIZED).build((req, response) -> {
            answers.refuse(req, response, GatewayRefusals.notSignedIn());
            return null;
        });
    }
}
