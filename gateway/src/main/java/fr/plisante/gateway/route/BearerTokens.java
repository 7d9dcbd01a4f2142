package fr.plisante.gateway.route;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Tokens that callers send themselves: machines and integrators have no session, and the service checks their token. */
public final class BearerTokens {

    private static final String SCHEME = "Bearer ";

    private BearerTokens() {}

    /** Whether this is a call of the API with a token of its own; pages are for sessions only. */
    public static boolean isPresent(HttpServletRequest request) {
        return of(request) != null;
    }

    static @Nullable String of(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null
                        && request.getRequestURI().startsWith("/api/")
                        && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? authorization.substring(SCHEME.length())
                : null;
    }
}
