package fr.plisante.gateway.signin;

import fr.plisante.gateway.page.AnswerWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/**
 * Remembers in the browser the page that a person asked for before signing in, but not the calls behind a page. An address
 * too long for a cookie is not remembered.
 */
@Component
class DeepLinks extends CookieRequestCache {

    private static final String HOME = "/";
    private static final int LONGEST = 2_000;

    DeepLinks(SignInSettings settings) {
        setRequestMatcher(request -> "GET".equals(request.getMethod())
                && AnswerWriter.isNavigation(request)
                && request.getRequestURI().length()
                                + String.valueOf(request.getQueryString()).length()
                        < LONGEST);
        setCookieCustomizer(cookie -> {
            cookie.setHttpOnly(true);
            // Whether the browser speaks TLS is told by the address people see: a load balancer may end it.
            cookie.setSecure(settings.https());
            cookie.setAttribute("SameSite", "Lax");
        });
    }

    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    /** The path to go on to, without the host: it is always our own. */
    String take(HttpServletRequest request, HttpServletResponse response) {
        var saved = getRequest(request, response);
        removeRequest(request, response);
        return saved == null ? HOME : path(saved);
    }

    private static String path(SavedRequest saved) {
        try {
            var url = new URI(saved.getRedirectUrl());
            var path = url.getRawPath() == null || url.getRawPath().startsWith("//") ? HOME : url.getRawPath();
            return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
        } catch (URISyntaxException notAnAddress) {
            return HOME;
        }
    }
}
