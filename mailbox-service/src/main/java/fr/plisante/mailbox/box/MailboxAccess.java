package fr.plisante.mailbox.box;

import fr.plisante.starter.web.Caller;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who may enter which mailbox: its owner and its members, nobody else. */
@Component
public class MailboxAccess {

    private final Mailboxes mailboxes;

    MailboxAccess(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    /** The mailbox, or 404 when it is not one of the caller's. */
    public Mailbox require(Caller caller, UUID mailboxId) {
        return mailboxes
                .find(mailboxId)
                .filter(mailbox -> mailbox.members().contains(caller.accountId()))
                .orElseThrow(MailboxNotFound::new);
    }
}
