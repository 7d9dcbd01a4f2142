package fr.plisante.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a person works, or where an organisational mailbox belongs. In JSON its fields stand beside the others of their
 * event, not in an object of their own.
 *
 * @param structureId the structure's id on this platform
 * @param structure the structure's name
 * @param service the part of the structure
 */
public record Workplace(
        @Nullable UUID structureId,
        @Nullable String structure,
        @Nullable String service,
        @Nullable String street,
        @Nullable String postalCode,
        @Nullable String city) {}
