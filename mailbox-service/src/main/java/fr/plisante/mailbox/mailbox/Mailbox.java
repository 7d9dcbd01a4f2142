package fr.plisante.mailbox.mailbox;

import fr.plisante.starter.event.PendingEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox and who may enter it.
 *
 * @param owner the person whose own it is; null for an organisation's
 * @param members everyone who may enter, the owner included
 * @param key the key of this mailbox, wrapped by the master key; null once the mailbox was closed for good
 * @param sequence of the registration event that this state comes from
 */
public record Mailbox(
        @BsonId UUID mailboxId,
        MailboxKind kind,
        String regionId,
        @Nullable UUID structureId,
        String address,
        String name,
        @Nullable UUID owner,
        List<UUID> members,
        @Nullable String profession,
        @Nullable String structure,
        State state,
        @Nullable Binary key,
        long sequence,
        long version,
        List<PendingEvent> outbox,
        @Nullable Instant outboxAt) {

    /** Whether letters can be put in. */
    public enum State {
        OPEN,
        CLOSED
    }

    /** Whether it takes letters. */
    public boolean open() {
        return state == State.OPEN;
    }

    /** Whether it is this person's own, rather than one they share. */
    public boolean ownedBy(UUID accountId) {
        return accountId.equals(owner);
    }
}
