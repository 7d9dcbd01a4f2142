package fr.plisante.directory.search;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is looked for: {@code q} anywhere, each criterion in its place. */
record Wanted(
        @Nullable String q,
        @Nullable String name,
        @Nullable String givenName,
        @Nullable String profession,
        @Nullable String speciality,
        @Nullable String place,
        @Nullable String address,
        @Nullable String kind) {

    private static final int ENOUGH = 3;

    /** At least three letters in all, as the users' manual asks. */
    boolean saysEnough() {
        return Stream.of(q, name, givenName, profession, speciality, place, address)
                        .filter(Objects::nonNull)
                        .flatMap(text -> Words.of(text).stream())
                        .mapToInt(String::length)
                        .sum()
                >= ENOUGH;
    }
}
