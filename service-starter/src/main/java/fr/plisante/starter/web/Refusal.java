package fr.plisante.starter.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A failure the caller can cause or meet, answered as problem+json (RFC 9457) in the caller's language: {@code type} is
 * {@code urn:plisante:problem:<code>}, title and detail are the messages {@code problemDetail.title.<code>} and
 * {@code problemDetail.<code>} of the service's bundle. A feature lists its refusals as static methods of one class.
 */
public final class Refusal extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private @Nullable String field;

    /**
     * A refusal.
     *
     * @param code kebab-case, stable: clients decide by it
     * @param arguments for the detail's placeholders
     */
    public Refusal(HttpStatus status, String code, Object... arguments) {
        super(status, problem(status, code), null, "problemDetail." + code, arguments.clone());
        this.status = status;
        this.code = code;
    }

    private static ProblemDetail problem(HttpStatus status, String code) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("urn:plisante:problem:" + code));
        problem.setProperty("code", code);
        return problem;
    }

    /** Adds a member to the problem, such as {@code errors} or the id of what stands in the way. */
    public Refusal with(String property, Object value) {
        getBody().setProperty(property, value);
        return this;
    }

    /** Says which field it is about: the problem's {@code errors} then name it, with the detail as the sentence. */
    public Refusal about(String field) {
        this.field = field;
        return this;
    }

    /** Adds a response header. */
    public Refusal header(String name, String value) {
        getHeaders().add(name, value);
        return this;
    }

    /** The HTTP status it is answered with. */
    public HttpStatus status() {
        return status;
    }

    @Override
    public String getTitleMessageCode() {
        return "problemDetail.title." + code;
    }

    @Override
    public ProblemDetail updateAndGetBody(@Nullable MessageSource messages, Locale locale) {
        var body = super.updateAndGetBody(messages, locale);
        var sentence = Objects.requireNonNull(body.getDetail(), () -> "No sentence for " + code);
        if (field != null) {
            body.setProperty("errors", List.of(new FieldError(field, sentence)));
        }
        return body;
    }

    /** Refusals are ordinary answers: where they were thrown is not worth a stack trace. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    /**
     * What is wrong with one field; problems list them as {@code errors}.
     *
     * @param field path of the field, such as {@code to[0]}
     * @param message a sentence to show beside it
     */
    public record FieldError(String field, String message) {}
}
