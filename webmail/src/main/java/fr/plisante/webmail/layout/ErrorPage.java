package fr.plisante.webmail.layout;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What the container refuses by itself, as a page; asked directly, it is a page that does not exist. */
@Controller
class ErrorPage implements ErrorController {

    @RequestMapping("/error")
    ModelAndView error(HttpServletRequest request) {
        var told = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var known = told instanceof Integer code ? HttpStatus.resolve(code) : HttpStatus.NOT_FOUND;
        return PageErrors.of(known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known);
    }
}
