package fr.plisante.registration.reference;

import java.time.ZoneId;

/** A region of this operator. */
public record Region(String regionId, ZoneId timeZone, String name) {}
