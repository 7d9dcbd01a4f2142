package fr.plisante.mailbox.entry;

import com.mongodb.client.model.Updates;
import fr.plisante.events.Event;
import fr.plisante.events.mailbox.AttachmentDownloaded;
import fr.plisante.events.mailbox.EnvelopeOpened;
import fr.plisante.mailbox.audit.AuditRecord;
import fr.plisante.mailbox.audit.AuditRecord.Action;
import fr.plisante.mailbox.entry.Holdings.Held;
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
 * A message on its way has no entry yet, so nothing of it can be changed.
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

    /** Marks as read or unread; answers what is held then. A message on its way is read as it is, and cannot be unread. */
    public Held seen(Caller caller, Mailbox mailbox, String entryId, boolean seen) {
        var held = change(caller, mailbox, holdings.find(mailbox, entryId), entry -> {
            if (seen && entry.received() && entry.openedAt() == null) {
                return opened(mailbox, entry);
            }
            return entry.flags().seen() == seen
                    ? null
                    : new Change(seen ? Action.MARKED_READ : Action.MARKED_UNREAD, Updates.set("flags.seen", seen));
        });
        if (!seen) {
            requireEntry(held);
        }
        return held;
    }

    private Change opened(Mailbox mailbox, Entry entry) {
        var at = clock.instant();
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
                        entry.entryId(),
                        entry.envelope().fromMailboxId(),
                        at));
    }

    /** Notes the first download of a part of a received message, of which its sender learns; no other changes anything. */
    Held downloaded(Caller caller, Mailbox mailbox, Held held, int part) {
        return change(
                caller,
                mailbox,
                held,
                entry -> entry.received() && !entry.downloaded().contains(part)
                        ? downloaded(mailbox, entry, part)
                        : null);
    }

    private Change downloaded(Mailbox mailbox, Entry entry, int part) {
        return new Change(
                Action.DOWNLOADED,
                part,
                null,
                List.of(Updates.addToSet("downloaded", part)),
                new AttachmentDownloaded(
                        entry.envelope().envelopeId(),
                        mailbox.mailboxId(),
                        mailbox.regionId(),
                        mailbox.structureId(),
                        entry.entryId(),
                        entry.envelope().fromMailboxId(),
                        part,
                        clock.instant()));
    }

    void move(Caller caller, Mailbox mailbox, String entryId, Folder folder) {
        requireEntry(change(caller, mailbox, holdings.find(mailbox, entryId), entry -> {
            if (folder != Folder.TRASH && folder != entry.home()) {
                throw EntryRefusals.folderNotAllowed();
            }
            if (entry.place().folder() == folder) {
                return null;
            }
            requireDelivered(entry);
            return new Change(folder == Folder.TRASH ? Action.TRASHED : Action.RESTORED, null, folder, List.of());
        }));
    }

    /** Deletes for good: the mailbox's key to the message goes, and with the last mailbox's the message itself. */
    void delete(Caller caller, Mailbox mailbox, String entryId) {
        var deleted = requireEntry(change(caller, mailbox, holdings.find(mailbox, entryId), entry -> {
            if (entry.place().folder() != Folder.TRASH) {
                throw EntryRefusals.entryNotInTrash();
            }
            return new Change(Action.DELETED, null, Folder.EXPUNGED, List.of(Updates.unset("sealed")));
        }));
        emptyEnvelopes.ifNobodyHolds(deleted.envelope());
    }

    private static Entry requireEntry(Held held) {
        var entry = held.entry();
        if (entry == null) {
            throw EntryRefusals.entrySending();
        }
        return entry;
    }

    /** The sender's copy may be there before the last recipient's: it stays in its folder until the message is settled. */
    private void requireDelivered(Entry entry) {
        if (!entry.received() && envelopes.isSending(entry.envelope())) {
            throw EntryRefusals.entrySending();
        }
    }

    /** Changes an entry, again if somebody else did so meanwhile, and answers what is held then. */
    private Held change(Caller caller, Mailbox mailbox, Held known, Function<Entry, @Nullable Change> how) {
        var held = known;
        while (true) {
            var entry = held.entry();
            var change = entry == null ? null : how.apply(entry);
            if (entry == null || change == null) {
                return held;
            }
            var changed = write(caller, entry, change);
            if (changed.isPresent()) {
                return new Held(changed.get(), null);
            }
            held = holdings.find(mailbox, entry.entryId());
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
        updates.add(Updates.push("audit", AuditRecord.of(caller, change.action(), change.part(), clock.instant())));
        var changed =
                entries.change(entry, Updates.combine(updates), caller.origin(entry.mailboxId()), change.events());
        numbers.release(List.of(draw));
        return changed;
    }
}
