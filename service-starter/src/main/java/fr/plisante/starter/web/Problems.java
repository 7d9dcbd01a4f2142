package fr.plisante.starter.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Puts refusals into words. */
final class Problems {

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    ProblemDetail of(Refusal refusal) {
        var problem = of(refusal.status(), refusal.code(), refusal.arguments());
        if (refusal.field() != null) {
            var sentence = Objects.requireNonNullElse(problem.getDetail(), "");
            problem.setProperty("errors", List.of(new FieldError(refusal.field(), sentence)));
        }
        refusal.properties().forEach(problem::setProperty);
        return problem;
    }

    ProblemDetail of(HttpStatus status, String code, Object... arguments) {
        return of(LocaleContextHolder.getLocale(), status, code, arguments);
    }

    ProblemDetail of(Locale locale, HttpStatus status, String code, Object... arguments) {
        var problem = ProblemDetail.forStatusAndDetail(
                status, messages.getMessage("problem." + code + ".detail", arguments, locale));
        problem.setTitle(messages.getMessage("problem." + code + ".title", arguments, locale));
        problem.setType(URI.create("urn:plisante:problem:" + code));
        problem.setProperty("code", code);
        return problem;
    }

    String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    String message(MessageSourceResolvable message) {
        return messages.getMessage(message, LocaleContextHolder.getLocale());
    }

    /** The code of what the framework or the container refuses. */
    static String code(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "not-found";
            case METHOD_NOT_ALLOWED -> "method-not-allowed";
            case NOT_ACCEPTABLE -> "not-acceptable";
            case UNSUPPORTED_MEDIA_TYPE -> "unsupported-media-type";
            case CONTENT_TOO_LARGE -> "content-too-large";
            default -> status.is5xxServerError() ? "unexpected" : "invalid-request";
        };
    }
}
