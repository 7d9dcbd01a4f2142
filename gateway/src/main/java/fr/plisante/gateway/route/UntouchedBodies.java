package fr.plisante.gateway.route;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Lets forms pass byte for byte.
 *
 * <p>The proxy asks for parameters, and for that the container would read the body of a form. Here the parameters are
 * those of the query alone, so the body can still be streamed. The gateway's own sign-in paths read forms as usual.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UntouchedBodies extends OncePerRequestFilter {

    private static final List<String> OWN = List.of("/login/", "/logout", "/oauth2/");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return OWN.stream().anyMatch(request.getRequestURI()::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new QueryParametersOnly(request), response);
    }

    private static final class QueryParametersOnly extends HttpServletRequestWrapper {

        private final MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();

        QueryParametersOnly(HttpServletRequest request) {
            super(request);
            UriComponentsBuilder.newInstance()
                    .query(Objects.toString(request.getQueryString(), ""))
                    .build(false)
                    .getQueryParams()
                    .forEach((name, values) ->
                            values.forEach(value -> parameters.add(decode(name), value == null ? "" : decode(value))));
        }

        private static String decode(String text) {
            try {
                return UriUtils.decode(text.replace('+', ' '), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException notEncoded) {
                return text;
            }
        }

        @Override
        public @Nullable String getParameter(String name) {
            return parameters.getFirst(name);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            var values = parameters.get(name);
            return values == null ? null : values.toArray(String[]::new);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(parameters.keySet());
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return parameters.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            entry -> ((Collection<String>) entry.getValue()).toArray(String[]::new),
                            (first, second) -> first,
                            LinkedHashMap::new));
        }
    }
}
