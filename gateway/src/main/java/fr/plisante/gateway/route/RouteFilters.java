package fr.plisante.gateway.route;

import java.util.Objects;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.common.Shortcut;
import org.springframework.cloud.gateway.server.mvc.filter.SimpleFilterSupplier;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The filters that application.yaml names beside those of Spring Cloud Gateway; public because Spring Cloud Gateway calls them. */
public final class RouteFilters {

    private RouteFilters() {}

    /** {@code Breaker=}: circuit breaker of the route, and a sentence instead of a stack trace. */
    @Shortcut
    public static HandlerFilterFunction<ServerResponse, ServerResponse> breaker() {
        return (request, next) -> MvcUtils.getApplicationContext(request)
                .getBean(RouteBreakers.class)
                .call(route(request), request, next);
    }

    /** {@code Relay=}: the session becomes a bearer token; a caller that brings a token of its own keeps it. */
    @Shortcut
    public static HandlerFilterFunction<ServerResponse, ServerResponse> relay() {
        return (request, next) -> MvcUtils.getApplicationContext(request)
                .getBean(TokenRelay.class)
                .call(request, next);
    }

    private static String route(ServerRequest request) {
        return Objects.requireNonNull(MvcUtils.<String>getAttribute(request, MvcUtils.GATEWAY_ROUTE_ID_ATTR));
    }

    static class Supplier extends SimpleFilterSupplier {

        Supplier() {
            super(RouteFilters.class);
        }
    }
}
