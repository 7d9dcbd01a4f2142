package fr.plisante.registration.mailbox;

import fr.plisante.registration.text.FieldRefusal;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;

/** Someone named is no account of the region. */
class MemberUnknown extends FieldRefusal {

    private static final long serialVersionUID = 1L;

    MemberUnknown(MessageSource messages) {
        super(messages, HttpStatus.BAD_REQUEST, "member-unknown", "members");
    }
}
