package fr.plisante.notification.notice;

import fr.plisante.starter.Ids;
import fr.plisante.starter.event.Outgoing;
import fr.plisante.starter.event.Publishing;
import fr.plisante.starter.store.Lease;
import java.time.Instant;
import java.util.UUID;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * That one person is to be told of one event by e-mail, and what came of it.
 *
 * @param id the natural key, so that receiving the event again changes nothing
 * @param noticeId stands in the mail's Message-ID
 * @param envelope what a {@code NEW_ENVELOPE} notice tells; a {@code WELCOME} has none
 * @param settledAt since when it is delivered or failed
 * @param failure why it failed, as its {@code NoticeFailed} says: the relay's code, or {@link #NOBODY}
 */
public record Notice(
        @BsonId String id,
        UUID noticeId,
        Kind kind,
        UUID causeId,
        UUID accountId,
        String regionId,
        @Nullable Envelope envelope,
        State state,
        Instant createdAt,
        @Nullable Instant settledAt,
        @Nullable String failure,
        Lease lease,
        @Nullable UUID replayedBy,
        Outgoing outgoing)
        implements Publishing {

    static final String EMAIL = "EMAIL";
    /** The account it is for never became known. */
    static final String NOBODY = "account-unknown";

    /** What a notice tells. */
    public enum Kind {
        NEW_ENVELOPE,
        WELCOME,
        UNKNOWN
    }

    /** How far it has come. */
    public enum State {
        PENDING,
        DELIVERED,
        FAILED,
        UNKNOWN
    }

    /** Who wrote to which mailbox, and where the page is. Nothing of the message itself. */
    public record Envelope(
            UUID mailboxId,
            String entryId,
            String toAddress,
            String fromName,
            String fromAddress,
            Instant deliveredAt) {}

    static Notice ofEnvelope(UUID causeId, UUID accountId, String regionId, Envelope envelope, Instant now) {
        return pending(causeId.toString(), causeId, accountId, regionId, envelope, now);
    }

    /** One welcome for an account, whichever of its events is received first. */
    static Notice ofWelcome(UUID causeId, UUID accountId, String regionId, Instant now) {
        return pending("welcome", causeId, accountId, regionId, null, now);
    }

    private static Notice pending(
            String what, UUID causeId, UUID accountId, String regionId, @Nullable Envelope envelope, Instant now) {
        return new Notice(
                what + ":" + accountId + ":" + EMAIL,
                Ids.next(),
                envelope == null ? Kind.WELCOME : Kind.NEW_ENVELOPE,
                causeId,
                accountId,
                regionId,
                envelope,
                State.PENDING,
                now,
                null,
                null,
                Lease.dueAt(now),
                null,
                Outgoing.none(0));
    }

    /** The same, tried at once by whoever writes it. */
    Notice claimed(Lease claim) {
        return new Notice(
                id,
                noticeId,
                kind,
                causeId,
                accountId,
                regionId,
                envelope,
                state,
                createdAt,
                settledAt,
                failure,
                claim,
                replayedBy,
                outgoing);
    }

    @Override
    public Document key() {
        return new Document("_id", id);
    }
}
