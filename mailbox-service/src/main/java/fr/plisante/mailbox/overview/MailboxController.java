package fr.plisante.mailbox.overview;

import fr.plisante.mailbox.draft.FindDrafts;
import fr.plisante.mailbox.entry.Entries;
import fr.plisante.mailbox.entry.Folder;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mailbox.MailboxKind;
import fr.plisante.mailbox.mailbox.Mailboxes;
import fr.plisante.starter.web.Caller;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The mailboxes of the person who asks. */
@RestController
@RequestMapping("/api/mailbox/mailboxes")
class MailboxController {

    private final Mailboxes mailboxes;
    private final Entries entries;
    private final FindDrafts drafts;

    MailboxController(Mailboxes mailboxes, Entries entries, FindDrafts drafts) {
        this.mailboxes = mailboxes;
        this.entries = entries;
        this.drafts = drafts;
    }

    record Line(UUID mailboxId, MailboxKind kind, String address, String name, boolean own, long unread) {}

    record FolderCount(String folder, long total, long unread) {}

    record View(
            UUID mailboxId,
            MailboxKind kind,
            String address,
            String name,
            boolean own,
            long unread,
            List<FolderCount> folders) {}

    @GetMapping
    List<Line> mine(Caller caller) {
        return mailboxes.ofMember(caller.accountId()).stream()
                .map(mailbox -> new Line(
                        mailbox.mailboxId(),
                        mailbox.kind(),
                        mailbox.address(),
                        mailbox.name(),
                        mailbox.ownedBy(caller.accountId()),
                        entries.unread(mailbox.mailboxId(), Folder.INBOX)))
                .toList();
    }

    @GetMapping("/{mailboxId}")
    View one(Caller caller, Mailbox mailbox) {
        var inbox = count(mailbox, Folder.INBOX);
        return new View(
                mailbox.mailboxId(),
                mailbox.kind(),
                mailbox.address(),
                mailbox.name(),
                mailbox.ownedBy(caller.accountId()),
                inbox.unread(),
                List.of(
                        inbox,
                        count(mailbox, Folder.SENT),
                        new FolderCount("drafts", drafts.count(mailbox.mailboxId(), 1000), 0),
                        count(mailbox, Folder.TRASH)));
    }

    private FolderCount count(Mailbox mailbox, Folder folder) {
        return new FolderCount(
                folder.wire(), entries.count(mailbox.mailboxId(), folder), entries.unread(mailbox.mailboxId(), folder));
    }
}
