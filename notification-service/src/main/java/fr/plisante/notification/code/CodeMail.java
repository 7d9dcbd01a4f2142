package fr.plisante.notification.code;

import fr.plisante.events.auth.OneTimeCodeIssued;
import fr.plisante.starter.event.ReceivedEvent;
import fr.plisante.starter.store.Lease;
import java.time.Instant;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A code to be mailed; it stays sealed until the moment it is sent.
 *
 * @param id of the event, so that receiving it again changes nothing; stands in the Message-ID
 * @param settledAt since when it is over
 */
public record CodeMail(
        @BsonId UUID id,
        String signInId,
        UUID accountId,
        String email,
        String language,
        String timeZone,
        @Nullable String sealedCode,
        Instant expiresAt,
        State state,
        @Nullable Instant settledAt,
        Lease lease) {

    /** How far it has come. */
    public enum State {
        PENDING,
        DELIVERED,
        FAILED,
        EXPIRED,
        UNKNOWN
    }

    /** What may be logged. */
    @Override
    public String toString() {
        return "CodeMail[" + id + "]";
    }

    static CodeMail from(ReceivedEvent<OneTimeCodeIssued> received, Lease lease) {
        var event = received.event();
        return new CodeMail(
                received.id(),
                event.signInId(),
                event.accountId(),
                event.email(),
                event.language(),
                event.timeZone(),
                event.sealedCode(),
                event.expiresAt(),
                State.PENDING,
                null,
                lease);
    }
}
