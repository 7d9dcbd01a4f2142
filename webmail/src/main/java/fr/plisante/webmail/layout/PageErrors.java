package fr.plisante.webmail.layout;

import fr.plisante.starter.client.ServiceUnavailable;
import fr.plisante.starter.web.Refusal;
import fr.plisante.webmail.client.ServiceRefused;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** Says what happened, what was kept and what to do now. */
@ControllerAdvice
class PageErrors {

    private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);

    @ExceptionHandler
    ModelAndView refused(ServiceRefused refused) {
        return switch (refused.status()) {
            case 401 -> page(HttpStatus.UNAUTHORIZED, "signed-out", null);
            case 403, 404 -> page(HttpStatus.NOT_FOUND, "not-found", null);
            default -> page(HttpStatus.valueOf(refused.status()), "refused", refused.sentence());
        };
    }

    @ExceptionHandler
    ModelAndView unavailable(ServiceUnavailable unavailable) {
        LOG.warn("Page not shown: {}", unavailable.getMessage());
        return page(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", null);
    }

    @ExceptionHandler
    ModelAndView refusal(Refusal refusal) {
        return page(
                refusal.status(),
                refusal.status() == HttpStatus.SERVICE_UNAVAILABLE ? "unavailable" : "not-allowed",
                null);
    }

    /** An address that is no address of ours is a missing page, whatever part of it is wrong. */
    @ExceptionHandler({PageNotFound.class, MethodArgumentTypeMismatchException.class})
    ModelAndView noSuchPage() {
        return page(HttpStatus.NOT_FOUND, "not-found", null);
    }

    /** A form that came with files and broke off, or was none. */
    @ExceptionHandler
    ModelAndView unreadable(MultipartException unreadable) {
        LOG.debug("Form not read", unreadable);
        return of(
                unreadable instanceof ErrorResponse known
                        ? HttpStatus.valueOf(known.getStatusCode().value())
                        : HttpStatus.BAD_REQUEST);
    }

    /** A form that is too large, or not written as forms are. */
    @ExceptionHandler
    ModelAndView unreadable(InvalidParameterException unreadable) {
        LOG.debug("Form not read", unreadable);
        var known = HttpStatus.resolve(unreadable.getErrorCode());
        return of(known == null ? HttpStatus.BAD_REQUEST : known);
    }

    @ExceptionHandler
    ModelAndView unexpected(Exception failure) throws Exception {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure;
        }
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            LOG.debug("Request refused", failure);
            return of(HttpStatus.valueOf(known.getStatusCode().value()));
        }
        LOG.error("Unexpected failure", failure);
        return page(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", null);
    }

    /** The page for a status alone. */
    static ModelAndView of(HttpStatus status) {
        var kind = switch (status) {
            case UNAUTHORIZED -> "signed-out";
            case FORBIDDEN -> "not-allowed";
            case NOT_FOUND -> "not-found";
            case CONTENT_TOO_LARGE -> "too-large";
            default -> status.is4xxClientError() ? "bad-request" : "unexpected";
        };
        return page(status, kind, null);
    }

    private static ModelAndView page(HttpStatus status, String kind, @Nullable String sentence) {
        var view = new ErrorPage(kind, sentence).in("error");
        view.setStatus(status);
        return view;
    }
}
