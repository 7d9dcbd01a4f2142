package fr.plisante.mailbox.entry;

import com.mongodb.client.model.Updates;
import fr.plisante.events.Event;
import fr.plisante.events.mailbox.AttachmentDownloaded;
import fr.plisante.events.mailbox.EnvelopeOpened;
import fr.plisante.mailbox.audit.AuditRecord;
import fr.plisante.mailbox.audit.AuditRecord.Action;
import fr.plisante.mailbox.envelope.EnvelopeRef;
import fr.plisante.mailbox.envelope.Envelopes;
import fr.plisante.mailbox.mailbox.Folder;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.number.Numbers;
import fr.plisante.starter.web.Caller;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Everything a person does to an entry. Each change is one write: the state, its modSeq, its audit record and its event.
 * A message on its way has no entry yet: what is done to it is audited in its envelope, and it cannot be moved.
 */
@Component
public class ChangeEntry {

    private final Holdings holdings;
    private final Entries entries;
    private final Envelopes envelopes;
    private final Numbers numbers;
    private final EmptyEnvelopes emptyEnvelopes;
    private final Clock clock;

    ChangeEntry(
            Holdings holdings,
            Entries entries,
            Envelopes envelopes,
            Numbers numbers,
            EmptyEnvelopes emptyEnvelopes,
            Clock clock) {
        this.holdings = holdings;
        this.entries = entries;
        this.envelopes = envelopes;
        this.numbers = numbers;
        this.emptyEnvelopes = emptyEnvelopes;
        this.clock = clock;
    }

    /** A change to make: what is audited, the folder it moves to if it moves, what is set, what is published. */
    private record Change(
            Action action, @Nullable Integer part, @Nullable Folder folder, List<Bson> sets, Event... events) {

        Change(Action action, Bson... sets) {
            this(action, null, null, List.of(sets));
        }
    }

    /** Marks as read or unread; answers the entry as it is then, or nothing for a message on its way. */
    public Optional<Entry> seen(Caller caller, Mailbox mailbox, String entryId, boolean seen) {
        var at = clock.instant();
        var changed = change(caller, mailbox, entryId, entry -> {
            var opens = seen && entry.received() && entry.openedAt() == null;
            if (opens) {
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
            }
            return entry.flags().seen() == seen
                    ? null
                    : new Change(seen ? Action.MARKED_READ : Action.MARKED_UNREAD, Updates.set("flags.seen", seen));
        });
        if (changed.isEmpty() && !seen) {
            throw EntryRefusals.entrySending();
        }
        return changed;
    }

    /** Notes that a part is handed out. */
    public void downloaded(Caller caller, Mailbox mailbox, String entryId, int part) {
        var at = clock.instant();
        var changed = change(
                caller,
                mailbox,
                entryId,
                entry -> entry.received() && !entry.downloaded().contains(part)
                        ? new Change(
                                Action.DOWNLOADED,
                                part,
                                null,
                                List.of(Updates.addToSet("downloaded", part)),
                                new AttachmentDownloaded(
                                        entry.envelope().envelopeId(),
                                        mailbox.mailboxId(),
                                        mailbox.regionId(),
                                        mailbox.structureId(),
                                        entryId,
                                        entry.envelope().fromMailboxId(),
                                        part,
                                        at))
                        : new Change(Action.DOWNLOADED, part, null, List.of()));
        if (changed.isEmpty()) {
            auditSending(caller, mailbox, entryId, Action.DOWNLOADED, part);
        }
    }

    /** Notes that the whole message is handed out. */
    public void exported(Caller caller, Mailbox mailbox, String entryId) {
        if (change(caller, mailbox, entryId, entry -> new Change(Action.EXPORTED))
                .isEmpty()) {
            auditSending(caller, mailbox, entryId, Action.EXPORTED, null);
        }
    }

    void move(Caller caller, Mailbox mailbox, String entryId, Folder folder) {
        var moved = change(caller, mailbox, entryId, entry -> {
            if (folder != Folder.TRASH && folder != entry.home()) {
                throw EntryRefusals.folderNotAllowed();
            }
            if (entry.place().folder() == folder) {
                return null;
            }
            requireDelivered(entry);
            return new Change(folder == Folder.TRASH ? Action.TRASHED : Action.RESTORED, null, folder, List.of());
        });
        if (moved.isEmpty()) {
            throw EntryRefusals.entrySending();
        }
    }

    /** Deletes for good: the mailbox's key to the message goes, and with the last mailbox's the message itself. */
    void delete(Caller caller, Mailbox mailbox, String entryId) {
        var entry = change(caller, mailbox, entryId, found -> {
                    if (found.place().folder() != Folder.TRASH) {
                        throw EntryRefusals.entryNotInTrash();
                    }
                    return new Change(Action.DELETED, null, Folder.EXPUNGED, List.of(Updates.unset("sealed")));
                })
                .orElseThrow(EntryRefusals::entrySending);
        emptyEnvelopes.ifNobodyHolds(entry.envelope());
    }

    /** The sender's copy may be there before the last recipient's: it stays in its folder until the message is settled. */
    private void requireDelivered(Entry entry) {
        if (!entry.received() && envelopes.isSending(entry.envelope())) {
            throw EntryRefusals.entrySending();
        }
    }

    /** Changes the entry and answers it as it is then; nothing for a message on its way, which has no entry. */
    private Optional<Entry> change(
            Caller caller, Mailbox mailbox, String entryId, Function<Entry, @Nullable Change> how) {
        while (true) {
            var entry = holdings.find(mailbox, entryId).entry();
            if (entry == null) {
                return Optional.empty();
            }
            var change = how.apply(entry);
            var changed = change == null ? Optional.of(entry) : write(caller, entry, change);
            if (changed.isPresent()) {
                return changed;
            }
        }
    }

    private Optional<Entry> write(Caller caller, Entry entry, Change change) {
        var folder = change.folder();
        var draw =
                numbers.draw(new Numbers.Wanted(entry.mailboxId(), 1, folder == null ? Map.of() : Map.of(folder, 1)));
        var updates = new ArrayList<>(change.sets());
        updates.add(Updates.set("modSeq", draw.modSeq()));
        if (folder != null) {
            updates.add(Updates.set("place.folder", folder));
            updates.add(Updates.set("place.uid", draw.uid(folder)));
        }
        updates.add(Updates.push("audit", record(caller, change.action(), change.part())));
        var changed =
                entries.change(entry, Updates.combine(updates), caller.origin(entry.mailboxId()), change.events());
        numbers.release(List.of(draw));
        return changed;
    }

    private void auditSending(Caller caller, Mailbox mailbox, String entryId, Action action, @Nullable Integer part) {
        Entry.sentEnvelope(entryId)
                .map(envelopeId -> new EnvelopeRef(envelopeId, mailbox.mailboxId()))
                .ifPresent(sending -> envelopes.audit(sending, record(caller, action, part)));
    }

    private AuditRecord record(Caller caller, Action action, @Nullable Integer part) {
        return new AuditRecord(action, part, caller.accountId().toString(), caller.acr(), clock.instant());
    }
}
