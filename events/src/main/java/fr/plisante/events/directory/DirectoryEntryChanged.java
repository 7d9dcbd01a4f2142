package fr.plisante.events.directory;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.plisante.events.Professional;
import fr.plisante.events.StateEvent;
import fr.plisante.events.Workplace;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of one entry of the regional directory.
 *
 * @param entryId the mailbox id
 * @param kind {@code PER}, {@code MED} or {@code ORG}
 * @param listed false for one that is on the red list or closed: it is not found
 */
public record DirectoryEntryChanged(
        UUID entryId,
        String regionId,
        String kind,
        String address,
        boolean listed,
        boolean dematerialised,
        @Nullable String civility,
        String name,
        @Nullable String givenName,
        @JsonUnwrapped Professional professional,
        @JsonUnwrapped Workplace workplace)
        implements DirectoryEvent, StateEvent {

    /** DirectoryEntryChanged version 1, keyed by entry id. */
    public static final String TOPIC = "plisante.directory.directory-entry-changed.v1";

    @Override
    public String key() {
        return entryId.toString();
    }
}
