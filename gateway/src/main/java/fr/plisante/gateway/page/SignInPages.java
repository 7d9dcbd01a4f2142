package fr.plisante.gateway.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages around a sign-in; the sign-in itself happens in Keycloak. */
@Controller
class SignInPages {

    private static final String SIGN_IN = "/oauth2/authorization/plisante";

    private final AnswerWriter answers;

    SignInPages(AnswerWriter answers) {
        this.answers = answers;
    }

    @GetMapping("/connexion")
    void signIn(HttpServletResponse response) throws IOException {
        response.sendRedirect(SIGN_IN);
    }

    @GetMapping(path = "/connexion", params = "echec")
    void failed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answers.page(request, response, "sign-in-failed", SIGN_IN);
    }

    @GetMapping("/deconnecte")
    void signedOut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answers.page(request, response, "signed-out", SIGN_IN);
    }
}
