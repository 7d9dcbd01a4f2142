package fr.plisante.starter.web;

import fr.plisante.starter.event.Origin;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * The natural person who calls, from the claims of the access token; a controller method takes it as a parameter.
 *
 * @param acr how strongly they signed in: 1 password, 2 strong
 * @param locale {@code fr} or {@code en}
 */
public record Caller(UUID accountId, String name, String regionId, String locale, Set<String> roles, int acr) {

    /** The person who makes this request; empty when a machine or nobody does. */
    public static Optional<Caller> signedIn() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token
                        && token.getToken().hasClaim("accountId")
                ? Optional.of(of(token.getToken()))
                : Optional.empty();
    }

    /** The person who makes this request; refused when a machine or nobody does. */
    public static Caller require() {
        return signedIn().orElseThrow(() -> CommonRefusals.personNeeded());
    }

    private static Caller of(Jwt jwt) {
        List<String> roles = jwt.getClaimAsStringList("roles");
        return new Caller(
                UUID.fromString(jwt.getClaimAsString("accountId")),
                text(jwt, "name", ""),
                text(jwt, "regionId", ""),
                text(jwt, "locale", Locale.FRENCH.getLanguage()),
                roles == null ? Set.of() : Set.copyOf(roles),
                Integer.parseInt(text(jwt, "acr", "0")));
    }

    private static String text(Jwt jwt, String claim, String otherwise) {
        var value = jwt.getClaimAsString(claim);
        return value == null ? otherwise : value;
    }

    /** The person acting for themselves. */
    public Origin origin() {
        return new Origin(accountId.toString(), null, acr);
    }

    /** The person acting on behalf of a mailbox. */
    public Origin origin(UUID mailboxId) {
        return new Origin(accountId.toString(), mailboxId, acr);
    }
}
