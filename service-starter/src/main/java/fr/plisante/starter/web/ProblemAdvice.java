package fr.plisante.starter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** The last word on what a controller throws: refusals in words, the unexpected without its inside. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refusal(Refusal refusal, HttpServletRequest request) {
        request.setAttribute(ContainerProblems.REFUSAL, refusal);
        return ResponseEntity.status(refusal.status())
                .headers(refusal.headers())
                .body(problems.of(refusal));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception failure) throws Exception {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure;
        }
        LOG.error("Unexpected failure", failure);
        return ResponseEntity.status(HttpStatus.INTERNAL_SERVER_ERROR)
                .body(problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected"));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = problems.of(HttpStatus.BAD_REQUEST, "invalid-fields");
        problem.setProperty(
                "errors",
                invalid.getBindingResult().getFieldErrors().stream()
                        .map(error -> new FieldError(error.getField(), problems.message(error)))
                        .toList());
        return handleExceptionInternal(invalid, problem, headers, HttpStatus.BAD_REQUEST, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var problem = problems.of(HttpStatus.BAD_REQUEST, "unreadable-body");
        if (unreadable.getCause() instanceof UnrecognizedPropertyException unknown) {
            problem.setProperty("errors", List.of(error(unknown, "field.unknown")));
        } else if (unreadable.getCause() instanceof DatabindException wrong
                && !wrong.getPath().isEmpty()) {
            problem.setProperty("errors", List.of(error(wrong, "field.wrong-type")));
        }
        return handleExceptionInternal(unreadable, problem, headers, HttpStatus.BAD_REQUEST, request);
    }

    private FieldError error(DatabindException wrong, String message) {
        var path = new StringBuilder();
        for (JacksonException.Reference step : wrong.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return new FieldError(path.toString(), problems.message(message));
    }

    /** What the framework refuses (404, 405, 406, 413, 415, a missing parameter) in our words. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var known = HttpStatus.resolve(status.value());
        if (known != null && !(body instanceof ProblemDetail ours && ours.getProperties() != null)) {
            if (known.is5xxServerError()) {
                LOG.error("Unexpected failure", failure);
            }
            return super.handleExceptionInternal(
                    failure, problems.of(known, Problems.code(known)), headers, status, request);
        }
        return super.handleExceptionInternal(failure, body, headers, status, request);
    }
}
