package fr.plisante.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SecurityHeadersTests {

    private static final String CSP = "Content-Security-Policy";

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void keepsPagesStrict() {
        write(false, "/boites/1/reception");

        assertThat(response.getHeader(CSP))
                .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                .contains("form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(response.getHeader("Permissions-Policy")).contains("camera=()");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void replacesAWeakerPolicyOfAPage() {
        response.setHeader(CSP, "default-src *");

        write(false, "/annuaire");

        assertThat(response.getHeaders(CSP)).containsExactly(SecurityHeaders.PAGE_POLICY);
    }

    @Test
    void leavesTheBodyOfALetterItsOwnPolicy() {
        response.setHeader(CSP, "default-src 'none'; style-src 'unsafe-inline'");
        response.setHeader("X-Frame-Options", "DENY");

        write(false, "/api/mailbox/mailboxes/1/entries/2/body");

        assertThat(response.getHeaders(CSP)).containsExactly("default-src 'none'; style-src 'unsafe-inline'");
        assertThat(response.getHeader("X-Frame-Options")).isEqualTo("SAMEORIGIN");
    }

    @Test
    void givesABodyWithoutAPolicyTheStrictestOne() {
        write(false, "/api/mailbox/mailboxes/1/entries/2/body");

        assertThat(response.getHeader(CSP)).isEqualTo(SecurityHeaders.BODY_POLICY);
    }

    @Test
    void leavesStaticFilesTheirCacheTime() {
        response.setHeader("Cache-Control", "max-age=31536000");

        write(false, "/assets/app.css");

        assertThat(response.getHeader("Cache-Control")).isEqualTo("max-age=31536000");
    }

    @Test
    void asksForTlsOnlyWhereThereIsTls() {
        write(false, "/");
        assertThat(response.getHeader("Strict-Transport-Security")).isNull();

        write(true, "/");
        assertThat(response.getHeader("Strict-Transport-Security")).contains("max-age=31536000");
    }

    private void write(boolean https, String path) {
        new SecurityHeaders(https).writeHeaders(new MockHttpServletRequest("GET", path), response);
    }
}
