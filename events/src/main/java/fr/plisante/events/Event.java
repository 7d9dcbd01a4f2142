package fr.plisante.events;

/**
 * A fact one service tells the others: the data of a CloudEvents 1.0 event. Who did it, when and in what order stands
 * in the CloudEvents attributes (see {@code docs/events.md}), never in the record. No event holds health data.
 */
public interface Event {

    /** The aggregate's id: the key of the Kafka record, so that one aggregate's events stay in order. */
    String key();
}
