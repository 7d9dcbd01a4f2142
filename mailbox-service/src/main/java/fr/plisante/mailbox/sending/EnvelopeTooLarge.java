package fr.plisante.mailbox.sending;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** The letter with its attachments is larger than the setting says. */
class EnvelopeTooLarge extends Refusal {

    private static final long serialVersionUID = 1L;

    EnvelopeTooLarge(long mostMegabytes) {
        super(HttpStatus.CONTENT_TOO_LARGE, "envelope-too-large", mostMegabytes);
        about("uploads");
    }
}
