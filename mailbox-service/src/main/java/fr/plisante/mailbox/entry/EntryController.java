package fr.plisante.mailbox.entry;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.plisante.mailbox.mailbox.Folder;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.starter.web.Caller;
import fr.plisante.starter.web.Page;
import fr.plisante.starter.web.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What can be done to the entries of a mailbox, who did it, and what changed since a client last looked. */
@RestController
@RequestMapping("/api/mailbox/mailboxes/{mailboxId}")
class EntryController {

    private final Entries entries;
    private final ReadAudit readAudit;
    private final ChangeEntry changeEntry;

    EntryController(Entries entries, ReadAudit readAudit, ChangeEntry changeEntry) {
        this.entries = entries;
        this.readAudit = readAudit;
        this.changeEntry = changeEntry;
    }

    /** An entry as a client that follows the mailbox needs it. */
    record Changed(
            String entryId,
            Folder folder,
            boolean sent,
            long uid,
            long modSeq,
            @JsonUnwrapped Entry.Flags flags) {

        static Changed of(Entry entry) {
            return new Changed(
                    entry.entryId(),
                    entry.place().folder(),
                    !entry.received(),
                    entry.place().uid(),
                    entry.modSeq(),
                    entry.flags());
        }
    }

    /** Where a follower stands: behind a modSeq, as it was read under a uidValidity; of older versions the modSeq alone. */
    private record Followed(@Nullable Long validity, long modSeq) {

        static Followed parse(String cursor) {
            var dot = cursor.indexOf('.');
            return new Followed(
                    dot < 0 ? null : Paging.number(cursor.substring(0, dot)), Paging.number(cursor.substring(dot + 1)));
        }
    }

    /**
     * What changed after a modSeq; {@code next} is always the cursor to go on from. Answers 410 {@code changes-begin-again}
     * when the numbers had to be made anew: then a follower forgets what it knows and begins without a cursor.
     */
    @GetMapping("/changes")
    Page<Changed> changes(Mailbox mailbox, Paging paging) {
        var cursor = paging.after(Followed::parse);
        var from = cursor == null ? 0 : cursor.modSeq();
        var changes = entries.changedAfter(mailbox.mailboxId(), from, paging.limit());
        if (cursor != null && cursor.validity() != null && cursor.validity() != changes.validity()) {
            throw EntryRefusals.beginAgain();
        }
        var changed = changes.entries();
        var next = changed.isEmpty() ? from : changed.getLast().modSeq();
        return new Page<>(changed.stream().map(Changed::of).toList(), changes.validity() + "." + next);
    }

    @GetMapping("/entries/{entryId}/audit")
    Page<ReadAudit.Line> audit(Mailbox mailbox, @PathVariable String entryId, Paging paging) {
        return readAudit.of(mailbox, entryId, paging);
    }

    record Seen(@NotNull Boolean seen) {}

    @PutMapping("/entries/{entryId}/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(Caller caller, Mailbox mailbox, @PathVariable String entryId, @Valid @RequestBody Seen seen) {
        changeEntry.seen(caller, mailbox, entryId, seen.seen());
    }

    record Place(@NotNull String folder) {}

    @PutMapping("/entries/{entryId}/folder")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void move(Caller caller, Mailbox mailbox, @PathVariable String entryId, @Valid @RequestBody Place place) {
        changeEntry.move(caller, mailbox, entryId, Folder.of(place.folder()).orElseThrow(EntryRefusals::folderUnknown));
    }

    @DeleteMapping("/entries/{entryId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, Mailbox mailbox, @PathVariable String entryId) {
        changeEntry.delete(caller, mailbox, entryId);
    }
}
