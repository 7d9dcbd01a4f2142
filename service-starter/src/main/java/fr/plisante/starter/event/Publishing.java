package fr.plisante.starter.event;

import org.bson.Document;

/** A stored document that publishes events about its changes. */
public interface Publishing {

    /** The values that find this document and no other: its id, and the shard key where that is another field. */
    Document key();

    /** Its version and what it has to publish. */
    Outgoing outgoing();

    /**
     * Whether its events may go once the broker has them. Where a state of the document shows that they were acted upon,
     * they stay until then, and are published again: a record that is lost behind the broker loses nothing.
     */
    default boolean forgetsPublished() {
        return true;
    }
}
