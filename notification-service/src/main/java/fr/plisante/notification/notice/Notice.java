package fr.plisante.notification.notice;

import fr.plisante.starter.Ids;
import fr.plisante.starter.event.PendingEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * That one person is to be told of one event on one channel, and what came of it.
 *
 * @param id the natural key, so that hearing the event again changes nothing
 * @param noticeId stands in the mail's Message-ID
 * @param envelope what a {@code NEW_ENVELOPE} notice tells; a {@code WELCOME} has none
 * @param dueAt when a sender may claim it; while one has it, when its lease ends; when done, since when it is over
 * @param attempts how often it was claimed; a sender that lost its lease is known by an old number
 * @param reason why the last attempt did not succeed
 */
public record Notice(
        @BsonId String id,
        UUID noticeId,
        Kind kind,
        UUID causeId,
        UUID accountId,
        String regionId,
        String channel,
        @Nullable Envelope envelope,
        State state,
        Instant createdAt,
        Instant dueAt,
        int attempts,
        @Nullable String reason,
        @Nullable UUID replayedBy,
        long version,
        List<PendingEvent> outbox,
        @Nullable Instant outboxAt) {

    static final String EMAIL = "EMAIL";

    /** What a notice tells. */
    public enum Kind {
        NEW_ENVELOPE,
        WELCOME
    }

    /** How far it has come. */
    public enum State {
        PENDING,
        DELIVERED,
        FAILED
    }

    /** Who wrote to which mailbox, and where the page is. Nothing of the letter itself. */
    public record Envelope(
            UUID mailboxId,
            String entryId,
            String toAddress,
            String fromName,
            String fromAddress,
            Instant deliveredAt) {}

    static Notice ofEnvelope(UUID causeId, UUID accountId, String regionId, Envelope envelope) {
        return pending(
                causeId + ":" + accountId + ":" + EMAIL, Kind.NEW_ENVELOPE, causeId, accountId, regionId, envelope);
    }

    /** One welcome for an account, whichever of its events is heard first. */
    static Notice ofWelcome(UUID causeId, UUID accountId, String regionId) {
        return pending("welcome:" + accountId + ":" + EMAIL, Kind.WELCOME, causeId, accountId, regionId, null);
    }

    private static Notice pending(
            String id, Kind kind, UUID causeId, UUID accountId, String regionId, @Nullable Envelope envelope) {
        var now = Instant.now();
        return new Notice(
                id,
                Ids.next(),
                kind,
                causeId,
                accountId,
                regionId,
                EMAIL,
                envelope,
                State.PENDING,
                now,
                now,
                0,
                null,
                null,
                0,
                List.of(),
                null);
    }
}
