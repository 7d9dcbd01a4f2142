package fr.plisante.registration.mailbox;

import fr.plisante.registration.text.FieldRefusal;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;

/** Another mailbox has, or had, this address. */
class AddressTaken extends FieldRefusal {

    private static final long serialVersionUID = 1L;

    AddressTaken(MessageSource messages) {
        super(messages, HttpStatus.CONFLICT, "address-taken", "localPart");
    }
}
