package fr.plisante.directory.search;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What to search for: {@code q} in every field, each other criterion in its own field. */
record SearchCriteria(
        @Nullable String q,
        @Nullable String name,
        @Nullable String givenName,
        @Nullable String profession,
        @Nullable String speciality,
        @Nullable String place,
        @Nullable String address,
        @Nullable String kind) {

    private static final int LETTERS_NEEDED = 3;

    SearchCriteria {
        kind = kind == null || kind.isBlank() ? null : kind.toUpperCase(Locale.ROOT);
    }

    /** Whether there are at least three letters in all, as the users' manual asks. */
    boolean isLongEnough() {
        return Stream.of(q, name, givenName, profession, speciality, place, address)
                        .filter(Objects::nonNull)
                        .flatMap(text -> Words.of(text).stream())
                        .mapToInt(String::length)
                        .sum()
                >= LETTERS_NEEDED;
    }
}
