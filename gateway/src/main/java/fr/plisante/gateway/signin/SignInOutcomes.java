package fr.plisante.gateway.signin;

import fr.plisante.gateway.page.AnswerWriter;
import fr.plisante.gateway.page.GatewayRefusals;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Sends a person on: to sign in, to the page asked for, or to a page that says what went wrong. */
@Component
class SignInOutcomes implements AuthenticationEntryPoint, AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignInOutcomes.class);

    /** Of OAuth2LoginAuthenticationFilter: what came back answers no request that this browser still has. */
    private static final String OTHER_BEGAN = "authorization_request_not_found";

    private final DeepLinks links;
    private final AnswerWriter answers;

    SignInOutcomes(DeepLinks links, AnswerWriter answers) {
        this.links = links;
        this.answers = answers;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (AnswerWriter.isNavigation(request)) {
            response.sendRedirect("/oauth2/authorization/" + KeycloakConfiguration.REGISTRATION);
            return;
        }
        if (request.getHeader("HX-Request") != null) {
            // htmx would otherwise follow a redirect and put the sign-in page inside ours.
            response.setHeader("HX-Refresh", "true");
        }
        answers.refuse(request, response, GatewayRefusals.notSignedIn());
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException {
        response.sendRedirect(links.take(request, response));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var code = failure instanceof OAuth2AuthenticationException refused
                ? refused.getError().getErrorCode()
                : failure.getClass().getSimpleName();
        LOG.info("A sign-in was not completed: {} {}", code, failure.getMessage());
        if (StrongPersons.TOO_WEAK.equals(code)) {
            response.sendRedirect(SignInRequests.AGAIN);
        } else if (OTHER_BEGAN.equals(code) && request.getCookies() != null) {
            // Another tab began to sign in later, or has ended: Keycloak knows the person by now and asks nothing
            // again.
            // Without cookies this would go round for ever.
            response.sendRedirect(links.take(request, response));
        } else {
            response.sendRedirect("/connexion?echec");
        }
    }
}
