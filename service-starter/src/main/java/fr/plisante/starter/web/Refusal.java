package fr.plisante.starter.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * A failure the caller can cause or meet, told as problem+json (RFC 9457) in the caller's language: {@code type} is
 * {@code urn:plisante:problem:<code>}, title and detail are the messages {@code problem.<code>.title} and
 * {@code problem.<code>.detail} of the service's bundle.
 */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final transient Object[] arguments;
    private final transient Map<String, Object> properties = new LinkedHashMap<>();
    private final transient HttpHeaders headers = new HttpHeaders();
    private @Nullable String field;

    /**
     * A refusal.
     *
     * @param code kebab-case, stable: clients decide by it
     * @param arguments for the detail's placeholders
     */
    public Refusal(HttpStatus status, String code, Object... arguments) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.arguments = arguments.clone();
    }

    /** Adds a member to the problem, such as {@code errors} or the id of what stands in the way. */
    public final Refusal with(String property, Object value) {
        properties.put(property, value);
        return this;
    }

    /** Says which field it is about: the problem's {@code errors} then name it, with the detail as the sentence. */
    public final Refusal about(String field) {
        this.field = field;
        return this;
    }

    /** Adds a response header. */
    public final Refusal header(String name, String value) {
        headers.add(name, value);
        return this;
    }

    /** The HTTP status it is answered with. */
    public final HttpStatus status() {
        return status;
    }

    /** The stable code. */
    public final String code() {
        return code;
    }

    final @Nullable String field() {
        return field;
    }

    final Object[] arguments() {
        return arguments.clone();
    }

    final Map<String, Object> properties() {
        return properties;
    }

    final HttpHeaders headers() {
        return headers;
    }
}
