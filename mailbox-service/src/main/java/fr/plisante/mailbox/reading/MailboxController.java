package fr.plisante.mailbox.reading;

import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mailbox.Mailboxes;
import fr.plisante.starter.web.Caller;
import fr.plisante.starter.web.Page;
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

    /** All of them on one page: nobody is a member of many. */
    @GetMapping
    Page<Overview.Line> mine(Caller caller) {
        return new Page<>(overview.lines(caller.accountId(), mailboxes.ofMember(caller.accountId())), null);
    }

    @GetMapping("/{mailboxId}")
    Overview.View one(Caller caller, Mailbox mailbox) {
        return overview.view(overview.line(caller.accountId(), mailbox));
    }
}
