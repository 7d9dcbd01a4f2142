package fr.plisante.mailbox.reading;

import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mailbox.Mailboxes;
import fr.plisante.starter.web.Caller;
import fr.plisante.starter.web.Page;
import fr.plisante.starter.web.Paging;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The mailboxes of the person who asks. */
@RestController
@RequestMapping("/api/mailbox/mailboxes")
class MailboxController {

    private final Mailboxes mailboxes;
    private final Overview overview;

    MailboxController(Mailboxes mailboxes, Overview overview) {
        this.mailboxes = mailboxes;
        this.overview = overview;
    }

    /** One page: the caller's own mailbox, then the others by address. */
    @GetMapping
    Page<Overview.Line> mine(Caller caller, Paging paging) {
        var accountId = caller.accountId();
        var found = mailboxes.ofMember(accountId, paging.cursor(), paging.fetch());
        return paging.page(found, mailbox -> mailbox.ownedBy(accountId) ? "" : mailbox.address())
                .map(mailbox -> overview.line(accountId, mailbox));
    }

    @GetMapping("/{mailboxId}")
    Overview.View one(Caller caller, Mailbox mailbox) {
        return overview.view(overview.line(caller.accountId(), mailbox));
    }
}
