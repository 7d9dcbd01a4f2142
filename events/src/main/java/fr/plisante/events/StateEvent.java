package fr.plisante.events;

/**
 * The whole state of an aggregate, on a compacted topic: the latest record of each key is kept for ever. A record with
 * the key and no value (a tombstone) tells every reader to forget the aggregate.
 */
public interface StateEvent extends Event {}
