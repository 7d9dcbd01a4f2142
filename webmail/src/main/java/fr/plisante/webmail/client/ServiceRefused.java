package fr.plisante.webmail.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** A service said no, in words meant for the person (problem+json). */
public final class ServiceRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Problem problem;

    ServiceRefused(int status, Problem problem) {
        super(status + " " + problem.code(), null, false, false);
        this.status = status;
        this.problem = problem;
    }

    /** The HTTP status it was told with. */
    public int status() {
        return status;
    }

    /** The stable code of the problem, empty if it had none. */
    public String code() {
        return problem.code();
    }

    /** What happened, as a sentence. */
    public String sentence() {
        return problem.detail().isBlank() ? problem.title() : problem.detail();
    }

    /** What is wrong with single fields. */
    public List<FieldProblem> fields() {
        return problem.errors();
    }

    /**
     * What is wrong with one field.
     *
     * @param field path such as {@code to[0]}
     * @param message a sentence to show beside it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record FieldProblem(String field, String message) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Problem(String code, String title, String detail, List<FieldProblem> errors) {

        @SuppressWarnings("ConstantValue") // JSON may leave any of them out.
        Problem {
            code = code == null ? "" : code;
            title = title == null ? "" : title;
            detail = detail == null ? "" : detail;
            errors = errors == null ? List.of() : List.copyOf(errors);
        }
    }
}
