package fr.plisante.gateway.route;

import java.util.Objects;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/** Sets the {@code X-Forwarded} headers: the address of the caller and the public origin, never what the caller sent. */
@Component
class ForwardedByGateway implements RequestHttpHeadersFilter, Ordered {

    private final RouteSettings settings;

    ForwardedByGateway(RouteSettings settings) {
        this.settings = settings;
    }

    @Override
    public HttpHeaders apply(HttpHeaders headers, ServerRequest request) {
        var origin = settings.publicUrl();
        var https = "https".equals(origin.getScheme());
        var port = origin.getPort() >= 0 ? origin.getPort() : https ? 443 : 80;
        var forwarded = new HttpHeaders();
        headers.forEach(forwarded::addAll);
        forwarded.set("X-Forwarded-For", request.servletRequest().getRemoteAddr());
        forwarded.set("X-Forwarded-Proto", Objects.requireNonNull(origin.getScheme()));
        forwarded.set("X-Forwarded-Host", origin.getRawAuthority());
        forwarded.set("X-Forwarded-Port", Integer.toString(port));
        return forwarded;
    }

    /** After the filters that drop what the caller sent. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
