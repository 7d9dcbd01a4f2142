package fr.plisante.notification.relay;

/** What became of a mail at the relay. */
public sealed interface Outcome {

    /** The relay has taken it on. */
    record Accepted() implements Outcome {}

    /** The relay will never take it (5xx); {@code code} is the enhanced status code or the reply code. */
    record Refused(String code, String reply) implements Outcome {}

    /** The relay asked to come again (4xx). */
    record Postponed(String reply) implements Outcome {}

    /** The relay went away in the middle. */
    record Lost(String reason) implements Outcome {}
}
