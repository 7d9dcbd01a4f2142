package fr.plisante.registration.address;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The part of an address before the at sign: accents transliterated, hyphens kept, apostrophes and spaces dropped. */
record LocalPart(String text) {

    /** A person whose name has no Latin letter (Arabic, emoji) still needs an address. */
    private static final String NAMELESS = "titulaire";

    private static final int LONGEST = 56;

    private static final Map<Integer, String> LIGATURES = Map.of(
            (int) 'œ', "oe", (int) 'æ', "ae", (int) 'ß', "ss", (int) 'ø', "o", (int) 'đ', "d", (int) 'ð', "d",
            (int) 'þ', "th", (int) 'ł', "l", (int) 'ı', "i");

    /** {@code prenom.nom}. */
    static LocalPart of(String givenName, String familyName) {
        var text = Stream.of(givenName, familyName)
                .map(LocalPart::plain)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("."));
        return new LocalPart(text.isEmpty() ? NAMELESS : text);
    }

    /** The n-th of several people with one name: {@code prenom.nom}, {@code prenom.nom2}, {@code prenom.nom3}. */
    LocalPart homonym(int rank) {
        return rank == 1 ? this : new LocalPart(text + rank);
    }

    private static String plain(String name) {
        var letters = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .mapToObj(c -> LIGATURES.getOrDefault(c, Character.toString(c)))
                .collect(Collectors.joining());
        var ascii = Normalizer.normalize(letters, Normalizer.Form.NFKD).replaceAll("[^a-z0-9-]", "");
        var trimmed = ascii.replaceAll("-{2,}", "-").replaceAll("^-|-$", "");
        return trimmed.length() <= LONGEST / 2
                ? trimmed
                : trimmed.substring(0, LONGEST / 2).replaceAll("-$", "");
    }
}
