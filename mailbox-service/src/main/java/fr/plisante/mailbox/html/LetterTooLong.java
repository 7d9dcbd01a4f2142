package fr.plisante.mailbox.html;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** The words of a letter take more room than is allowed. */
class LetterTooLong extends Refusal {

    LetterTooLong() {
        super(HttpStatus.CONTENT_TOO_LARGE, "letter-too-long", LetterHtml.MAX_LENGTH);
        about("html");
    }
}
