package fr.plisante.mailbox.number;

import fr.plisante.mailbox.mailbox.Folder;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** Numbers drawn for a mailbox, to be given out one by one; one writer at a time uses it. */
public final class Draw {

    private final UUID mailboxId;
    private final UUID drawId;
    private final Instant writeBefore;
    private final EnumMap<Folder, Long> uids;
    private long modSeq;

    Draw(UUID mailboxId, UUID drawId, long modSeq, Map<Folder, Long> uids, Instant writeBefore) {
        this.mailboxId = mailboxId;
        this.drawId = drawId;
        this.modSeq = modSeq;
        this.uids = new EnumMap<>(Folder.class);
        this.uids.putAll(uids);
        this.writeBefore = writeBefore;
    }

    /** The next modSeq of the mailbox. */
    public long modSeq() {
        return modSeq++;
    }

    /** The next uid of a folder. */
    public long uid(Folder folder) {
        var uid = uids.get(folder);
        if (uid == null) {
            throw new IllegalStateException("No uid was drawn for " + folder);
        }
        uids.put(folder, uid + 1);
        return uid;
    }

    UUID mailboxId() {
        return mailboxId;
    }

    UUID drawId() {
        return drawId;
    }

    /** After this the numbers may not be used any more: readers will soon stop waiting for them. */
    Instant writeBefore() {
        return writeBefore;
    }
}
