package fr.plisante.gateway.signin;

import fr.plisante.gateway.page.AnswerWriter;
import fr.plisante.gateway.page.GatewayRefusals;
import fr.plisante.gateway.route.BearerTokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a request that changes something pass only from our own pages: with {@code Sec-Fetch-Site: same-origin}, or with
 * our {@code Origin} from a browser that does not send that header. A call with its own token needs neither: no browser
 * adds a token.
 */
final class CrossSite extends OncePerRequestFilter {

    static final String BACK_CHANNEL = "/logout/connect/back-channel/";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final String origin;
    private final AnswerWriter answers;

    CrossSite(String origin, AnswerWriter answers) {
        this.origin = origin;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isAllowed(request)) {
            chain.doFilter(request, response);
        } else {
            answers.refuse(request, response, GatewayRefusals.crossSite());
        }
    }

    private boolean isAllowed(HttpServletRequest request) {
        if (SAFE.contains(request.getMethod())
                || request.getRequestURI().startsWith(BACK_CHANNEL)
                || BearerTokens.isPresent(request)) {
            return true;
        }
        var site = request.getHeader("Sec-Fetch-Site");
        return site != null ? site.equals("same-origin") : origin.equals(request.getHeader(HttpHeaders.ORIGIN));
    }
}
