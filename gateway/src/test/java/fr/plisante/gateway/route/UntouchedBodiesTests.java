package fr.plisante.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class UntouchedBodiesTests {

    private final UntouchedBodies filter = new UntouchedBodies();

    @Test
    void showsTheParametersOfTheQueryOnly() throws Exception {
        var passed = passed("/boites/1/nouveau", "q=caf%C3%A9+noir&q=2&vide");

        assertThat(passed.getParameterValues("q")).containsExactly("café noir", "2");
        assertThat(passed.getParameter("vide")).isEmpty();
        assertThat(passed.getParameter("form")).isNull();
        assertThat(passed.getParameterMap()).containsOnlyKeys("q", "vide");
    }

    @Test
    void leavesTheBodyToBeStreamed() throws Exception {
        var passed = passed("/boites/1/nouveau", null);
        passed.getParameterMap();

        assertThat(passed.getInputStream().readAllBytes())
                .isEqualTo("form=1&form=%C3%A9".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void livesWithAQueryThatIsNotEncoded() throws Exception {
        assertThat(passed("/annuaire", "q=100%&r=%zz").getParameter("q")).isEqualTo("100%");
    }

    @Test
    void readsTheFormsOfTheSignInPathsAsUsual() throws Exception {
        assertThat(passed("/logout/connect/back-channel/plisante", null).getParameter("form"))
                .isEqualTo("1");
    }

    private ServletRequest passed(String path, String query) throws Exception {
        var request = new MockHttpServletRequest("POST", path);
        request.setQueryString(query);
        request.setContentType("application/x-www-form-urlencoded");
        request.setContent("form=1&form=%C3%A9".getBytes(StandardCharsets.UTF_8));
        request.setParameter("form", "1");
        var chain = new MockFilterChain();
        filter.doFilter(request, new MockHttpServletResponse(), chain);
        return chain.getRequest();
    }
}
