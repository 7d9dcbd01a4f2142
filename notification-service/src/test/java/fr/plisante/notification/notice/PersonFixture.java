package fr.plisante.notification.notice;

import java.util.UUID;

/** People who do not exist. */
public final class PersonFixture {

    private PersonFixture() {}

    public static Person in(String language, String timeZone) {
        return named("Léa", "D’Aubigné", language, timeZone);
    }

    public static Person named(String givenName, String familyName, String language, String timeZone) {
        return new Person(
                UUID.fromString("018f0000-0000-7000-8000-000000000001"),
                1,
                UUID.fromString("018f0000-0000-7000-8000-000000000002"),
                "oc",
                "PER",
                "lea.daubigne@medecin.oc.mssante.example",
                "lea.daubigne@courriel.example",
                givenName,
                familyName,
                language,
                timeZone);
    }
}
