package fr.plisante.starter.event;

import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What a document has to publish, kept in it as {@code outgoing} and written with its state in one write.
 *
 * @param version raised by every change; the sequence of the document's events
 * @param pending events that the broker does not have yet, in their order
 * @param due when the sweep may publish them; absent when there are none
 */
public record Outgoing(
        long version, List<PendingEvent> pending, @Nullable Instant due) {

    static final String VERSION = "outgoing.version";
    static final String PENDING = "outgoing.pending";
    static final String DUE = "outgoing.due";

    /** For a document that has nothing to publish yet. */
    public static Outgoing none(long version) {
        return new Outgoing(version, List.of(), null);
    }

    /** The part of an update that raises the version, for a change that publishes nothing. */
    public static Bson nextVersion() {
        return Updates.inc(VERSION, 1L);
    }

    /**
     * An event that waits in its document, written with the state in one atomic write. It is public for
     * the driver's codec of records alone; no service uses it.
     *
     * @param subject the aggregate whose version {@code sequence} is
     * @param data the event as JSON, ready to send; null for a tombstone
     */
    public record PendingEvent(
            UUID id,
            Instant time,
            String topic,
            String key,
            String subject,
            long sequence,
            String actor,
            @Nullable UUID onBehalfOf,
            int acr,
            @Nullable String data) {}
}
