package fr.plisante.events;

import org.jspecify.annotations.Nullable;

/**
 * What a person practises, by the national code lists and in words. In JSON its fields stand beside the others of their
 * event, not in an object of their own.
 *
 * @param professionCode of TRE_G15
 * @param specialityCode of TRE_R38
 */
public record Professional(
        @Nullable String professionCode,
        @Nullable String profession,
        @Nullable String specialityCode,
        @Nullable String speciality) {

    /** Nothing is known, or it is no person. */
    public static final Professional NONE = new Professional(null, null, null, null);
}
