package fr.plisante.gateway.page;

import fr.plisante.starter.web.Refusal;
import java.util.Locale;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What the gateway itself refuses. */
public final class GatewayRefusals {

    private GatewayRefusals() {}

    public static Refusal notSignedIn() {
        return new Refusal(HttpStatus.UNAUTHORIZED, "not-signed-in");
    }

    /** A page of another site asked for a change. */
    public static Refusal crossSite() {
        return new Refusal(HttpStatus.FORBIDDEN, "cross-site");
    }

    public static Refusal tooManyRequests() {
        return new Refusal(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests").header(HttpHeaders.RETRY_AFTER, "1");
    }

    /** The body of the request broke off. */
    public static Refusal requestIncomplete() {
        return new Refusal(HttpStatus.BAD_REQUEST, "request-incomplete");
    }

    public static Refusal serviceUnavailable(String service) {
        return later(new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "service-unavailable", new ServiceName(service)));
    }

    public static Refusal serviceTooSlow(String service) {
        return later(new Refusal(HttpStatus.GATEWAY_TIMEOUT, "service-too-slow", new ServiceName(service)));
    }

    /** The store of the sessions does not answer. */
    public static Refusal sessionsUnavailable() {
        return later(new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "sessions-unavailable"));
    }

    /** What the container or the framework refuses, known by its status alone. */
    static Refusal of(HttpStatus status) {
        return new Refusal(
                status,
                switch (status) {
                    case NOT_FOUND -> "not-found";
                    case FORBIDDEN -> "forbidden";
                    default -> status.is4xxClientError() ? "bad-request" : "unexpected";
                });
    }

    private static Refusal later(Refusal refusal) {
        return refusal.header(HttpHeaders.RETRY_AFTER, "5");
    }

    /** The name of a service in the reader's language, resolved by the message source. */
    private record ServiceName(String service) implements MessageSourceResolvable {

        @Override
        public String[] getCodes() {
            return new String[] {"service." + service.toLowerCase(Locale.ROOT)};
        }
    }
}
