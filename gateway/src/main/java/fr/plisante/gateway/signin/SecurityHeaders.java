package fr.plisante.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;

/**
 * The headers of every answer. The body of a letter is shown in a sandboxed frame of our pages and keeps the policy that
 * mailbox-service gave it.
 */
final class SecurityHeaders implements HeaderWriter {

    static final String PAGE_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";
    static final String BODY_POLICY = "default-src 'none'; sandbox; frame-ancestors 'self'";

    private static final String CSP = "Content-Security-Policy";
    private static final String PERMISSIONS = "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), "
            + "display-capture=(), fullscreen=(self), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), "
            + "midi=(), payment=(), publickey-credentials-get=(self), usb=()";

    private final boolean https;

    SecurityHeaders(boolean https) {
        this.https = https;
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        var path = request.getRequestURI();
        if (isLetterBody(path)) {
            response.setHeader("X-Frame-Options", "SAMEORIGIN");
            if (!response.containsHeader(CSP)) {
                response.setHeader(CSP, BODY_POLICY);
            }
        } else {
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader(CSP, PAGE_POLICY);
        }
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Permissions-Policy", PERMISSIONS);
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (https) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        if (!OpenPaths.isStatic(path)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private static boolean isLetterBody(String path) {
        return path.startsWith("/api/mailbox/") && path.endsWith("/body");
    }
}
