package fr.plisante.notification.relay;

import fr.plisante.notification.mail.Mail;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What waits to be mailed: kept in the store, claimed by one sender at a time, settled after the attempt. */
public interface Waiting {

    /** Ids of what may be sent now, the longest waiting first. */
    List<String> due(Instant now, int limit);

    /** Claims one until the lease ends and renders it; empty if another has it, or if it can't be sent now after all. */
    Optional<Claimed> claim(String id);

    /** A mail that is this sender's alone for a while. */
    record Claimed(Mail mail, Consumer<Outcome> settle) {}
}
