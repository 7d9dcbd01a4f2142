package fr.plisante.mailbox.mailbox;

import fr.plisante.starter.event.Outgoing;
import fr.plisante.starter.event.Publishing;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox and who may enter it.
 *
 * @param kind as registration publishes it: {@code PER}, {@code MED}, {@code ORG} or one that only a newer version knows
 * @param owner the person whose own it is; null for an organisation's
 * @param name how its owner is shown: a person, or an organisation with its service
 * @param members everyone who may enter, the owner included; nobody once registration has forgotten the mailbox
 * @param redList whether it is left out of directories
 * @param wrappedKey the key of this mailbox, wrapped by the master key
 * @param sequence of the registration event that this state comes from
 */
public record Mailbox(
        @BsonId UUID mailboxId,
        String regionId,
        String kind,
        String address,
        @Nullable UUID owner,
        String name,
        List<UUID> members,
        Professional professional,
        Workplace workplace,
        boolean redList,
        Binary wrappedKey,
        long sequence,
        Outgoing outgoing)
        implements Publishing {

    /** What the owner does; nothing of it is known of an organisation. */
    public record Professional(
            @Nullable String profession, @Nullable String speciality) {

        static final Professional NONE = new Professional(null, null);
    }

    /** Where the owner works, or which organisation it is. */
    public record Workplace(
            @Nullable UUID structureId,
            @Nullable String structure,
            @Nullable String city) {}

    @Override
    public Document key() {
        return new Document("_id", mailboxId);
    }

    /** The same mailbox as registration describes it now, with what is its own. */
    Mailbox describedBy(Mailbox newer) {
        return new Mailbox(
                mailboxId,
                newer.regionId,
                newer.kind,
                newer.address,
                newer.owner,
                newer.name,
                newer.members,
                newer.professional,
                newer.workplace,
                newer.redList,
                wrappedKey,
                newer.sequence,
                outgoing);
    }

    /** The structure it belongs to, as far as it is known. */
    public @Nullable UUID structureId() {
        return workplace.structureId();
    }

    /** Whether it takes messages: somebody must be able to read them. */
    public boolean open() {
        return !members.isEmpty();
    }

    /** Whether an organisation holds it, and its members read it. */
    public boolean shared() {
        return owner == null;
    }

    /** Whether it is this person's own, rather than one they share. */
    public boolean ownedBy(UUID accountId) {
        return accountId.equals(owner);
    }
}
