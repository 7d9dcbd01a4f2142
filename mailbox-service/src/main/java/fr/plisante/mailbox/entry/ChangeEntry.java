package fr.plisante.mailbox.entry;

import com.mongodb.client.model.Updates;
import fr.plisante.events.Event;
import fr.plisante.events.mailbox.AttachmentDownloaded;
import fr.plisante.events.mailbox.EnvelopeOpened;
import fr.plisante.mailbox.audit.AuditRecord;
import fr.plisante.mailbox.audit.AuditRecord.Action;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.starter.event.Outbox;
import fr.plisante.starter.web.Caller;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Everything a person does to an entry. Each change is one write: the state, its modSeq, its
 * audit record and its event.
 */
@Component
class ChangeEntry {

    private final Entries entries;
    private final Numbers numbers;
    private final EmptyEnvelopes emptyEnvelopes;
    private final Outbox outbox;
    private final Clock clock;

    ChangeEntry(Entries entries, Numbers numbers, EmptyEnvelopes emptyEnvelopes, Outbox outbox, Clock clock) {
        this.entries = entries;
        this.numbers = numbers;
        this.emptyEnvelopes = emptyEnvelopes;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A change to make: what is audited, the folder it moves to if it moves, what is set, the event. */
    private record Change(
            Action action,
            @Nullable Integer part,
            @Nullable Folder folder,
            List<Bson> sets,
            @Nullable Event event) {}

    void seen(Caller caller, Mailbox mailbox, String entryId, boolean seen) {
        var at = clock.instant();
        change(caller, mailbox, entryId, entry -> {
            var opens = seen && entry.received() && entry.openedAt() == null;
            if (entry.flags().seen() == seen && !opens) {
                return null;
            }
            if (!opens) {
                return new Change(
                        seen ? Action.MARKED_READ : Action.MARKED_UNREAD,
                        null,
                        null,
                        List.of(Updates.set("flags.seen", seen)),
                        null);
            }
            return new Change(
                    Action.OPENED,
                    null,
                    null,
                    List.of(Updates.set("flags.seen", true), Updates.set("openedAt", at)),
                    new EnvelopeOpened(
                            entry.envelope().envelopeId(),
                            mailbox.mailboxId(),
                            mailbox.regionId(),
                            mailbox.structureId(),
                            entryId,
                            entry.envelope().fromMailboxId(),
                            at));
        });
    }

    void downloaded(Caller caller, Mailbox mailbox, String entryId, int part) {
        var at = clock.instant();
        change(caller, mailbox, entryId, entry -> {
            var first = entry.received() && !entry.downloaded().contains(part);
            return new Change(
                    Action.DOWNLOADED,
                    part,
                    null,
                    first ? List.of(Updates.addToSet("downloaded", part)) : List.of(),
                    first
                            ? new AttachmentDownloaded(
                                    entry.envelope().envelopeId(),
                                    mailbox.mailboxId(),
                                    mailbox.regionId(),
                                    mailbox.structureId(),
                                    entryId,
                                    entry.envelope().fromMailboxId(),
                                    part,
                                    at)
                            : null);
        });
    }

    void exported(Caller caller, Mailbox mailbox, String entryId) {
        change(caller, mailbox, entryId, entry -> new Change(Action.EXPORTED, null, null, List.of(), null));
    }

    void move(Caller caller, Mailbox mailbox, String entryId, Folder folder) {
        change(caller, mailbox, entryId, entry -> {
            if (folder != Folder.TRASH && folder != entry.home()) {
                throw EntryRefusals.folderNotAllowed();
            }
            return entry.place().folder() == folder
                    ? null
                    : new Change(
                            folder == Folder.TRASH ? Action.TRASHED : Action.RESTORED, null, folder, List.of(), null);
        });
    }

    /** Deletes for good: the mailbox's key to the letter goes, and with the last mailbox's the letter itself. */
    void delete(Caller caller, Mailbox mailbox, String entryId) {
        var entry = change(caller, mailbox, entryId, found -> {
            if (found.place().folder() != Folder.TRASH) {
                throw EntryRefusals.entryNotInTrash();
            }
            return new Change(Action.DELETED, null, Folder.EXPUNGED, List.of(Updates.unset("sealed")), null);
        });
        emptyEnvelopes.ifNobodyHolds(entry.envelope());
    }

    private Entry change(Caller caller, Mailbox mailbox, String entryId, Function<Entry, @Nullable Change> how) {
        while (true) {
            var entry = entries.require(mailbox.mailboxId(), entryId);
            var change = how.apply(entry);
            if (change == null || write(caller, entry, change)) {
                return entry;
            }
        }
    }

    private boolean write(Caller caller, Entry entry, Change change) {
        var folder = change.folder();
        var draw =
                numbers.draw(new Numbers.Wanted(entry.mailboxId(), 1, folder == null ? Map.of() : Map.of(folder, 1)));
        var updates = new ArrayList<>(change.sets());
        updates.add(Updates.set("modSeq", draw.modSeq()));
        if (folder != null) {
            updates.add(Updates.set("place", new Entry.Place(folder, draw.uid(folder))));
        }
        updates.add(Updates.push(
                "audit",
                new AuditRecord(
                        change.action(), change.part(), caller.accountId().toString(), caller.acr(), clock.instant())));
        var event = change.event();
        if (event != null) {
            updates.add(Updates.push(
                    "outbox", outbox.pending(event, entry.version() + 1, caller.origin(entry.mailboxId()))));
            updates.add(Updates.set("outboxAt", outbox.due()));
        }
        var changed = entries.change(entry, Updates.combine(updates));
        numbers.release(List.of(draw));
        return changed;
    }
}
