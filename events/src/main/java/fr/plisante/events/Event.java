package fr.plisante.events;

/**
 * A fact one service tells the others: the data of a CloudEvents 1.0 event. Who did it, when and in what order stands
 * in the CloudEvents attributes (see {@code docs/events.md}), never in the record. No event holds health data.
 */
public interface Event {

    /** The key of the Kafka record: events with one key stay in order. */
    String key();

    /** What {@code ce_subject} names: the aggregate whose version {@code ce_sequence} counts. */
    default String subject() {
        return key();
    }

    /** The region of the account or mailbox that the event is about. */
    String regionId();
}
