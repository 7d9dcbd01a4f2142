package fr.plisante.local.sample;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cast: names that nobody could take for real ones, with the accents that real ones have. */
final class SamplePeople {

    /** Where the sample secretariat is. */
    static final String HOSPITAL = "Centre hospitalier Exemple";

    static final SamplePerson HELENE = administrator("Hélène", "EXEMPLE", "oc", "31000", "Toulouse");
    static final SamplePerson GAELLE = administrator("Gaëlle", "EXEMPLE", "gf", "97300", "Cayenne");
    static final SamplePerson REMI = administrator("Rémi", "EXEMPLE", "re", "97400", "Saint-Denis");

    static final SamplePerson ZOE =
            professional("Zoé", "DÉMO-FICTIF", "Dr", "Médecin, cardiologie", "oc", "10", "SM04", "medecin", 1, "");
    static final SamplePerson CAMILLE =
            professional("Camille", "MARTIN-FICTIF", "Dr", "Médecin, gériatrie", "oc", "10", "SM18", "medecin", 2, "");
    static final SamplePerson CAMILLE_TOO = professional(
            "Camille", "MARTIN-FICTIF", "Dr", "Médecin, dermatologie", "oc", "10", "SM15", "medecin", 3, "2");
    static final SamplePerson FRANCOIS =
            professional("François", "FACTICE", "M.", "Pharmacien", "oc", "21", null, "pharmacien", 4, "");
    static final SamplePerson NOEMIE =
            professional("Noémie", "FICTIVE", "Mme", "Infirmière", "oc", "60", null, "infirmier", 5, "");
    static final SamplePerson LAETITIA =
            professional("Lætitia", "MODÈLE", "Mme", "Sage-femme", "oc", "50", null, "sage-femme", 6, "");
    static final SamplePerson MAELYS =
            professional("Maëlys", "D’ESSAI", "Dr", "Médecin, cardiologie", "gf", "10", "SM04", "medecin", 7, "");
    static final SamplePerson ANAIS = professional(
                    "Anaïs", "SPÉCIMEN", "Mme", "Infirmière", "re", "60", null, "infirmier", 8, "")
            .speaking("en");
    static final SamplePerson JEROME = new SamplePerson(
            email("Jérôme", "FICTIF", ""),
            "Jérôme",
            "FICTIF",
            "M.",
            "Secrétaire médical",
            "oc",
            null,
            null,
            null,
            false,
            HOSPITAL,
            "31000",
            "Toulouse",
            address("Jérôme", "FICTIF", "", "interne", "oc"),
            "fr");

    static final List<SamplePerson> ADMINISTRATORS = List.of(HELENE, GAELLE, REMI);
    static final List<SamplePerson> OTHERS =
            List.of(ZOE, CAMILLE, CAMILLE_TOO, FRANCOIS, NOEMIE, LAETITIA, MAELYS, ANAIS, JEROME);

    /** The mailbox of a structure that Zoé and Jérôme share. */
    static final String SECRETARIAT = "secretariat.cardiologie@ch-exemple.oc.mssante.example";

    static final List<SamplePerson> SECRETARIES = List.of(ZOE, JEROME);

    private SamplePeople() {}

    static List<SamplePerson> all() {
        return Stream.of(OTHERS, ADMINISTRATORS).flatMap(List::stream).toList();
    }

    private static SamplePerson administrator(
            String givenName, String familyName, String regionId, String postalCode, String city) {
        return new SamplePerson(
                email(givenName, familyName, ""),
                givenName,
                familyName,
                null,
                "Administration régionale",
                regionId,
                null,
                null,
                null,
                true,
                "Agence régionale d’exemple",
                postalCode,
                city,
                address(givenName, familyName, "", "interne", regionId),
                "fr");
    }

    private static SamplePerson professional(
            String givenName,
            String familyName,
            String civility,
            String role,
            String regionId,
            String professionCode,
            @Nullable String specialityCode,
            String domain,
            int number,
            String homonym) {
        var place = place(regionId);
        return new SamplePerson(
                email(givenName, familyName, homonym),
                givenName,
                familyName,
                civility,
                role,
                regionId,
                professionCode,
                specialityCode,
                rpps(number),
                false,
                "Cabinet de démonstration",
                place[0],
                place[1],
                address(givenName, familyName, homonym, domain, regionId),
                "fr");
    }

    private static String[] place(String regionId) {
        return switch (regionId) {
            case "gf" -> new String[] {"97300", "Cayenne"};
            case "re" -> new String[] {"97400", "Saint-Denis"};
            default -> new String[] {"34000", "Montpellier"};
        };
    }

    private static String email(String givenName, String familyName, String homonym) {
        return SamplePerson.plain(givenName) + "." + SamplePerson.plain(familyName) + homonym + "@courriel.example";
    }

    private static String address(String givenName, String familyName, String homonym, String domain, String regionId) {
        return SamplePerson.plain(givenName) + "." + SamplePerson.plain(familyName) + homonym + "@" + domain + "."
                + regionId + ".mssante.example";
    }

    /** A number of the right form that is given to nobody: it begins with 99. */
    private static String rpps(int number) {
        var ten = "990000%04d".formatted(number);
        var sum = IntStream.range(0, ten.length())
                .map(i -> {
                    var digit = ten.charAt(ten.length() - 1 - i) - '0';
                    var weighed = i % 2 == 0 ? 2 * digit : digit;
                    return weighed > 9 ? weighed - 9 : weighed;
                })
                .sum();
        return ten + (10 - sum % 10) % 10;
    }

    static String table() {
        return all().stream()
                .map(person -> "%-28s %-26s %-42s %s"
                        .formatted(person.name(), person.role(), person.email(), person.password()))
                .collect(Collectors.joining("\n"));
    }
}
