package fr.plisante.starter.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the container refuses by itself, in our words: a body that was cut, a request too odd to reach a controller.
 * When a controller had refused already and the container then held that answer back, it is that refusal.
 */
@RestController
class ContainerProblems implements ErrorController {

    static final String REFUSAL = ContainerProblems.class.getName();

    private final MessageSource messages;

    ContainerProblems(MessageSource messages) {
        this.messages = messages;
    }

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request, Locale locale) {
        var refusal =
                request.getAttribute(REFUSAL) instanceof Refusal earlier ? earlier : CommonRefusals.of(status(request));
        return ResponseEntity.status(refusal.status()).body(refusal.updateAndGetBody(messages, locale));
    }

    private static HttpStatus status(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code) {
            return Objects.requireNonNullElse(HttpStatus.resolve(code), HttpStatus.INTERNAL_SERVER_ERROR);
        }
        return HttpStatus.NOT_FOUND;
    }
}
