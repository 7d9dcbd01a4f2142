package fr.plisante.starter.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the container refuses by itself, in our words: a body that was cut, a request too odd to reach a controller.
 * When a controller had said a refusal already, which the container then held back, it is that one.
 */
@RestController
class ContainerProblems implements ErrorController {

    static final String REFUSAL = ContainerProblems.class.getName();

    private final Problems problems;

    ContainerProblems(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        if (request.getAttribute(REFUSAL) instanceof Refusal refusal) {
            return ResponseEntity.status(refusal.status()).body(problems.of(refusal));
        }
        var told = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var known = told instanceof Integer code ? HttpStatus.resolve(code) : HttpStatus.NOT_FOUND;
        var status = known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
        return ResponseEntity.status(status).body(problems.of(status, Problems.code(status)));
    }
}
