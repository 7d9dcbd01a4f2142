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
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Limits the requests a second of one address, whatever they ask for, and, lower, of one session or token. So a script gone
 * wrong is refused before it costs the sessions or a service anything. Each gateway counts for itself.
 *
 * <p>A stranger chooses what is counted: so names have one size, and each of four maps has 5,000 at most, about
 * 16 MB together if a limiter takes 800 bytes. Those who ask often stay in it, and whoever falls out begins anew.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class RateLimits extends OncePerRequestFilter {

    private static final long MOST = 5_000;
    // Compared as the routes are, so that no other spelling of a path is routed and counted as something else.
    private static final PathPattern API = PathPatternParser.defaultInstance.parse("/api/**");
    private static final List<PathPattern> SIGN_IN = Stream.of(
                    "/auth/realms/**", "/oauth2/**", "/login/**", "/connexion/**")
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    private final RouteSettings settings;
    private final AnswerWriter answers;
    private final Cache<String, RateLimiter> api = limiters();
    private final Cache<String, RateLimiter> signIns = limiters();
    private final Cache<String, RateLimiter> pages = limiters();
    private final Cache<String, RateLimiter> callers = limiters();

    RateLimits(RouteSettings settings, AnswerWriter answers) {
        this.settings = settings;
        this.answers = answers;
    }

    private static Cache<String, RateLimiter> limiters() {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(Duration.ofMinutes(1))
                .build();
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
        var address = Callers.address(request);
        var path = ServletRequestPathUtils.parse(request).pathWithinApplication();
        if (SIGN_IN.stream().anyMatch(pattern -> pattern.matches(path))) {
            return allowed(signIns, address, settings.signInPerAddress());
        }
        var byAddress = API.matches(path)
                ? allowed(api, address, settings.perAddress())
                : allowed(pages, address, settings.pagesPerAddress());
        return byAddress
                && Callers.named(request).stream().allMatch(caller -> allowed(callers, caller, settings.perSession()));
    }

    private static boolean allowed(Cache<String, RateLimiter> limiters, String key, int perSecond) {
        return limiters.get(key, name -> RateLimiter.of("", limit(perSecond))).acquirePermission();
    }

    private static RateLimiterConfig limit(int perSecond) {
        return RateLimiterConfig.custom()
                .limitForPeriod(perSecond)
                .limitRefreshPeriod(Duration.ofSeconds(1))
                .timeoutDuration(Duration.ZERO)
                .build();
    }
}
