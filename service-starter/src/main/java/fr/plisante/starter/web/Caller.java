package fr.plisante.starter.web;

import fr.plisante.starter.event.Origin;
import java.util.Set;
import java.util.UUID;

/**
 * The natural person who calls, from the claims of the access token; a controller method takes it as a parameter.
 *
 * @param acr how strongly they signed in: 1 password, 2 strong
 * @param locale {@code fr} or {@code en}
 */
public record Caller(UUID accountId, String name, String regionId, String locale, Set<String> roles, int acr) {

    /** The person acting for themselves. */
    public Origin origin() {
        return new Origin(accountId.toString(), null, acr);
    }

    /** The person acting on behalf of a mailbox. */
    public Origin origin(UUID mailboxId) {
        return new Origin(accountId.toString(), mailboxId, acr);
    }

    /** Whether the person holds a role of the realm. */
    public boolean is(String role) {
        return roles.contains(role);
    }
}
