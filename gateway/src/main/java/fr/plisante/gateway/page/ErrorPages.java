package fr.plisante.gateway.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The error page of the container. It never shows the cause, and answers 404 when somebody asks for its address. */
@Controller
class ErrorPages implements ErrorController {

    private final AnswerWriter answers;

    ErrorPages(AnswerWriter answers) {
        this.answers = answers;
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = status(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
        answers.refuse(request, response, GatewayRefusals.of(status));
    }

    private static HttpStatus status(@Nullable Object code) {
        if (code == null) {
            return HttpStatus.NOT_FOUND;
        }
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
