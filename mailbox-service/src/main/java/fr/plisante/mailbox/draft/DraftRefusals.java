package fr.plisante.mailbox.draft;

import fr.plisante.mailbox.entry.Entry;
import fr.plisante.starter.web.Refusal;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** Why a draft is not read, saved or sent. */
final class DraftRefusals {

    private DraftRefusals() {}

    static Refusal notFound() {
        return new Refusal(HttpStatus.NOT_FOUND, "draft-not-found");
    }

    /** The draft was sent: it is an envelope now. */
    static Refusal alreadySent(UUID envelopeId) {
        return new Refusal(HttpStatus.CONFLICT, "already-sent")
                .with("envelopeId", envelopeId)
                .with("entryId", Entry.sent(envelopeId));
    }

    /** The draft was saved elsewhere since the caller read it; the answer brings what it holds now. */
    static Refusal changed(OpenDraft current) {
        return new Refusal(HttpStatus.CONFLICT, "draft-changed").with("current", DraftView.of(current));
    }

    /** What stands for a recipient can be no address: too long, or with a line break. */
    static Refusal recipientInvalid(String field) {
        return new Refusal(HttpStatus.BAD_REQUEST, "recipient-invalid").about(field);
    }

    /** More people than a message may go to. */
    static Refusal tooManyRecipients(String field, int most) {
        return new Refusal(HttpStatus.BAD_REQUEST, "too-many-recipients", most).about(field);
    }

    /** Text and files together would be larger than a message may be. */
    static Refusal tooLarge(long mostMegabytes) {
        return new Refusal(HttpStatus.CONTENT_TOO_LARGE, "draft-too-large", mostMegabytes).about("html");
    }
}
