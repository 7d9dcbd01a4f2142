package fr.plisante.starter.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who caused an event: the natural person (account id) or the machine, on behalf of which mailbox, and how strongly they
 * had signed in. Carried as CloudEvents
 * extensions.
 *
 * @param actor account id, client id or service name
 * @param acr 0 machine, 1 password, 2 strong
 */
public record Origin(String actor, @Nullable UUID onBehalfOf, int acr) {

    /** A service acting by itself. */
    public static Origin service(String name) {
        return new Origin(name, null, 0);
    }
}
