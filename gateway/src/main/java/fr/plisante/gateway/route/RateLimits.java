package fr.plisante.gateway.route;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.plisante.gateway.page.AnswerWriter;
import fr.plisante.gateway.page.GatewayRefusals;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Limits the requests a second of one address and, lower, of one session or token. So a script gone wrong is refused
 * before it costs the sessions or a service anything. Each gateway counts for itself.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class RateLimits extends OncePerRequestFilter {

    // Compared as the routes are, so that no other spelling of a path is routed and not counted.
    private static final PathPattern API = PathPatternParser.defaultInstance.parse("/api/**");
    private static final PathPattern SIGN_IN = PathPatternParser.defaultInstance.parse("/auth/realms/**");

    private final Cache<String, RateLimiter> limiters = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build();
    private final RouteSettings settings;
    private final AnswerWriter answers;

    RateLimits(RouteSettings settings, AnswerWriter answers) {
        this.settings = settings;
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !matches(API, request) && !matches(SIGN_IN, request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (allowed(request)) {
            chain.doFilter(request, response);
        } else {
            answers.refuse(request, response, GatewayRefusals.tooManyRequests());
        }
    }

    private boolean allowed(HttpServletRequest request) {
        var address = request.getRemoteAddr();
        if (matches(SIGN_IN, request)) {
            return allowed("sign-in " + address, settings.signInPerAddress());
        }
        return allowed("api " + address, settings.perAddress())
                && caller(request)
                        .map(caller -> allowed(caller, settings.perSession()))
                        .orElse(true);
    }

    private static boolean matches(PathPattern pattern, HttpServletRequest request) {
        return pattern.matches(ServletRequestPathUtils.parse(request).pathWithinApplication());
    }

    private boolean allowed(String key, int perSecond) {
        return limiters.get(key, name -> RateLimiter.of(name, limit(perSecond))).acquirePermission();
    }

    private static RateLimiterConfig limit(int perSecond) {
        return RateLimiterConfig.custom()
                .limitForPeriod(perSecond)
                .limitRefreshPeriod(Duration.ofSeconds(1))
                .timeoutDuration(Duration.ZERO)
                .build();
    }

    private static Optional<String> caller(HttpServletRequest request) {
        var token = BearerTokens.of(request);
        if (token != null) {
            return Optional.of("token " + token.hashCode());
        }
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().endsWith("plisante"))
                .findFirst()
                .map(cookie -> "session " + cookie.getValue());
    }
}
