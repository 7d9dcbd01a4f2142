package fr.plisante.registration.mailbox;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** Why a mailbox is not created or changed. */
final class MailboxRefusals {

    private MailboxRefusals() {}

    /** Another mailbox has, or had, this address. */
    static Refusal addressTaken() {
        return new Refusal(HttpStatus.CONFLICT, "address-taken").about("localPart");
    }

    /** One of the members has no account in the region. */
    static Refusal memberUnknown() {
        return new Refusal(HttpStatus.BAD_REQUEST, "member-unknown").about("members");
    }

    static Refusal notFound() {
        return new Refusal(HttpStatus.NOT_FOUND, "mailbox-not-found");
    }
}
