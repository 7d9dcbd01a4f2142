package fr.plisante.webmail.people;

import org.jspecify.annotations.Nullable;

/** Somebody with an address, and what is known of them. */
public interface Person {

    String address();

    /** What to call them: their name, or their address when they have none. */
    String called();

    @Nullable String profession();

    @Nullable String speciality();

    @Nullable String structure();

    @Nullable String city();
}
