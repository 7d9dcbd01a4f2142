package fr.plisante.starter.web;

import fr.plisante.starter.client.ServiceUnavailable;
import fr.plisante.starter.web.Refusal.FieldError;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Answers whatever a controller throws as a {@link Refusal}; the unexpected is logged and keeps its inside to itself. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final MessageSource messages;

    ProblemAdvice(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> unexpected(Exception failure, WebRequest request) throws Exception {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure;
        }
        // While the answer is written; before that a connection that breaks is one of ours, to the store for one.
        if (failure instanceof HttpMessageNotWritableException
                && DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            LOG.debug("The caller went away", failure);
            return null;
        }
        return handleExceptionInternal(failure, null, new HttpHeaders(), HttpStatus.INTERNAL_SERVER_ERROR, request);
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> unavailable(ServiceUnavailable failure, WebRequest request) {
        LOG.warn("Not answered: {}", failure.getMessage());
        return answer(CommonRefusals.serviceUnavailable(), new HttpHeaders(), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var errors = invalid.getBindingResult().getFieldErrors().stream()
                .map(error ->
                        new FieldError(error.getField(), messages.getMessage(error, LocaleContextHolder.getLocale())))
                .toList();
        return answer(CommonRefusals.invalidFields(errors), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        List<FieldError> errors = switch (unreadable.getCause()) {
            case UnrecognizedPropertyException unknown -> List.of(error(unknown, "field.unknown"));
            case DatabindException wrong when !wrong.getPath().isEmpty() -> List.of(error(wrong, "field.wrong-type"));
            case null, default -> List.of();
        };
        return answer(CommonRefusals.unreadableBody(errors), headers, request);
    }

    /** Everything else: our own refusals, and what the framework refuses (404, 405, 406, 413, 415, a missing parameter). */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (failure instanceof Refusal refusal) {
            return answer(refusal, headers, request);
        }
        if (status.is5xxServerError()) {
            LOG.error("Unexpected failure", failure);
        }
        var known = Objects.requireNonNullElse(HttpStatus.resolve(status.value()), HttpStatus.BAD_REQUEST);
        return answer(CommonRefusals.of(known), headers, request);
    }

    /** Noted for {@link ContainerProblems} too: the container may hold the answer back and ask there. */
    private @Nullable ResponseEntity<Object> answer(Refusal refusal, HttpHeaders headers, WebRequest request) {
        request.setAttribute(ContainerProblems.REFUSAL, refusal, RequestAttributes.SCOPE_REQUEST);
        var body = refusal.updateAndGetBody(messages, LocaleContextHolder.getLocale());
        return super.handleExceptionInternal(refusal, body, headers, refusal.status(), request);
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
        return new FieldError(path.toString(), messages.getMessage(message, null, LocaleContextHolder.getLocale()));
    }
}
