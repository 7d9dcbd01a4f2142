package fr.plisante.gateway.signin;

import fr.plisante.gateway.page.AnswerWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/**
 * Remembers the page that a person asked for before signing in, but not the calls behind a page. Requests are not
 * compared with it: that would read the session each time.
 */
@Component
class DeepLinks extends HttpSessionRequestCache {

    private static final String HOME = "/";

    @SuppressWarnings("NullAway") // null, which the method takes, adds no parameter of its own to the address
    DeepLinks() {
        setRequestMatcher(request -> "GET".equals(request.getMethod()) && AnswerWriter.isNavigation(request));
        setMatchingRequestParameterName(null);
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
        var url = URI.create(saved.getRedirectUrl());
        var path = url.getRawPath() == null || url.getRawPath().startsWith("//") ? HOME : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }
}
