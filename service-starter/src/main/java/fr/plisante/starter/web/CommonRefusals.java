package fr.plisante.starter.web;

import fr.plisante.starter.web.Refusal.FieldError;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What every service refuses. */
final class CommonRefusals {

    private CommonRefusals() {}

    static Refusal signInNeeded() {
        return new Refusal(HttpStatus.UNAUTHORIZED, "sign-in-needed").header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    /** A password alone does not do (RFC 9470). */
    static Refusal strongerSignInNeeded() {
        return new Refusal(HttpStatus.UNAUTHORIZED, "stronger-sign-in-needed")
                .header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer error=\"insufficient_user_authentication\", acr_values=\"2\"");
    }

    static Refusal notAllowed() {
        return new Refusal(HttpStatus.FORBIDDEN, "not-allowed");
    }

    static Refusal personNeeded() {
        return new Refusal(HttpStatus.FORBIDDEN, "person-needed");
    }

    static Refusal invalidFields(List<FieldError> errors) {
        return new Refusal(HttpStatus.BAD_REQUEST, "invalid-fields").with("errors", errors);
    }

    static Refusal unreadableBody(List<FieldError> errors) {
        var refusal = new Refusal(HttpStatus.BAD_REQUEST, "unreadable-body");
        return errors.isEmpty() ? refusal : refusal.with("errors", errors);
    }

    static Refusal cursorInvalid() {
        return new Refusal(HttpStatus.BAD_REQUEST, "cursor-invalid").about("cursor");
    }

    static Refusal limitInvalid(int most) {
        return new Refusal(HttpStatus.BAD_REQUEST, "limit-invalid", most).about("limit");
    }

    static Refusal contentTooLarge() {
        return of(HttpStatus.CONTENT_TOO_LARGE);
    }

    static Refusal serviceUnavailable() {
        return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "service-unavailable");
    }

    /** Too many large things at once; the same request goes through a moment later. */
    static Refusal busy() {
        return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "busy").header(HttpHeaders.RETRY_AFTER, "2");
    }

    /** What the framework or the container refuses, known by its status alone. */
    static Refusal of(HttpStatus status) {
        return new Refusal(
                status,
                switch (status) {
                    case NOT_FOUND -> "not-found";
                    case METHOD_NOT_ALLOWED -> "method-not-allowed";
                    case NOT_ACCEPTABLE -> "not-acceptable";
                    case UNSUPPORTED_MEDIA_TYPE -> "unsupported-media-type";
                    case CONTENT_TOO_LARGE -> "content-too-large";
                    default -> status.is5xxServerError() ? "unexpected" : "invalid-request";
                });
    }
}
