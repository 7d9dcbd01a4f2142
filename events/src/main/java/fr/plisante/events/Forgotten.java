package fr.plisante.events;

/**
 * Tells every reader to forget an aggregate. It is published as a record without a value (a tombstone) on the topic of
 * the aggregate's state, so that in the end nothing of it is kept there.
 *
 * @param state the event that publishes the aggregate's state
 */
public record Forgotten(Class<? extends StateEvent> state, String key, String regionId) implements Event {}
