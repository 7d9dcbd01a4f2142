package fr.plisante.webmail.people;

import java.util.stream.Stream;
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

    /** The most telling word for what somebody does; a team has none but the house it is in. */
    default @Nullable String mostTelling() {
        return Stream.of(speciality(), profession(), structure())
                .filter(known -> known != null && !known.isBlank())
                .findFirst()
                .orElse(null);
    }
}
