package fr.plisante.events.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The whole state of one entry of the regional directory, on a compacted topic. {@code entryId} is the mailbox id; {@code kind} is {@code PER}, {@code MED} or {@code ORG}; a red-listed or closed one is said with {@code listed} false. */
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
        @Nullable String professionCode,
        @Nullable String profession,
        @Nullable String specialityCode,
        @Nullable String speciality,
        @Nullable String structure,
        @Nullable String service,
        @Nullable String street,
        @Nullable String postalCode,
        @Nullable String city)
        implements DirectoryEvent {

    /** DirectoryEntryChanged version 1, keyed by entry id. */
    public static final String TOPIC = "plisante.directory.directory-entry-changed.v1";

    @Override
    public String key() {
        return entryId.toString();
    }
}
