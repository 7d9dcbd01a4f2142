package fr.plisante.webmail.client;

import fr.plisante.webmail.people.Person;
import org.jspecify.annotations.Nullable;

/** Somebody who wrote or is written to, as mailbox-service knew them at the time; a red-listed person by name alone. */
public record Correspondent(
        @Nullable String name,
        String address,
        @Nullable String profession,
        @Nullable String speciality,
        @Nullable String structure,
        @Nullable String city)
        implements Person {

    @Override
    public String called() {
        return name == null || name.isBlank() ? address : name;
    }
}
