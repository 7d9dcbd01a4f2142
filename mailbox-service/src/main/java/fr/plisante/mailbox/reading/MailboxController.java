package fr.plisante.mailbox.reading;

import fr.plisante.mailbox.entry.EntryRefusals;
import fr.plisante.mailbox.mailbox.Folder;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mailbox.Mailboxes;
import fr.plisante.starter.web.Caller;
import fr.plisante.starter.web.Page;
import fr.plisante.starter.web.Paging;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The mailboxes of the person who asks, and what stands in their folders. */
@RestController
@RequestMapping("/api/mailbox/mailboxes")
class MailboxController {

    private final Mailboxes mailboxes;
    private final Overview overview;
    private final ListEntries listEntries;

    MailboxController(Mailboxes mailboxes, Overview overview, ListEntries listEntries) {
        this.mailboxes = mailboxes;
        this.listEntries = listEntries;
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

    /** One page of a folder. */
    @GetMapping("/{mailboxId}/entries")
    Page<Line> entries(Mailbox mailbox, @RequestParam String folder, Paging paging) {
        return listEntries.page(mailbox, Folder.of(folder).orElseThrow(EntryRefusals::folderUnknown), paging);
    }

    @GetMapping("/{mailboxId}")
    Overview.View one(Caller caller, Mailbox mailbox) {
        return overview.view(overview.line(caller.accountId(), mailbox));
    }
}
