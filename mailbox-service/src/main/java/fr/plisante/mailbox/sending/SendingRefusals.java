package fr.plisante.mailbox.sending;

import fr.plisante.starter.web.Refusal;
import fr.plisante.starter.web.Refusal.FieldError;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Why a message is not sent. */
final class SendingRefusals {

    private SendingRefusals() {}

    /** A message goes to somebody. */
    static Refusal noRecipient() {
        return new Refusal(HttpStatus.BAD_REQUEST, "no-recipient").about("to");
    }

    /** Somebody the message is for cannot be reached. */
    static Refusal recipientUnknown(List<FieldError> errors) {
        return new Refusal(HttpStatus.BAD_REQUEST, "recipient-unknown").with("errors", errors);
    }

    /** The message with its attachments is larger than the setting says. */
    static Refusal tooLarge(long mostMegabytes) {
        return new Refusal(HttpStatus.CONTENT_TOO_LARGE, "envelope-too-large", mostMegabytes).about("uploads");
    }
}
