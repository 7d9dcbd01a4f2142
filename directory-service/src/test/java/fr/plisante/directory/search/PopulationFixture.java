package fr.plisante.directory.search;

import fr.plisante.events.Professional;
import fr.plisante.events.Workplace;
import fr.plisante.events.directory.DirectoryEntryChanged;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A small synthetic population, with the names that are hard to find. */
final class PopulationFixture {

    private PopulationFixture() {}

    static List<DirectoryEntryChanged> everyone() {
        return List.of(
                person("Martin", "Claire", "Médecin", "Cardiologie", "Toulouse"),
                person("Martin", "Jean", "Pharmacien", null, "Albi"),
                person("Martineau", "Paul", "Médecin", "Médecine générale", "Auch"),
                person("Durand", "Martin", "Infirmier", null, "Rodez"),
                person("Petit", "Zoé", "Sage-femme", null, "Saint-Martin"),
                person("d’Aubigné", "Léa", "Médecin", "Pédiatrie", "Montauban"),
                person("LE GALL", "Yann", "Médecin", "Cardiologie", "Nîmes"),
                person("LEGALLAIS", "Anne", "Médecin", "Cardiologie", "Nîmes"),
                person("Dupont-Lefèvre", "Jean-Marc", "Chirurgien-dentiste", null, "Castres"),
                person("Œillet", "Noël", "Biologiste", null, "Foix"),
                person("Ly", "Anne", "Médecin", null, "Tarbes"),
                organisation("Secrétariat Cardiologie", "CH Exemple", "Cardiologie", "Toulouse"));
    }

    static DirectoryEntryChanged person(
            String name, String givenName, String profession, @Nullable String speciality, String city) {
        return new DirectoryEntryChanged(
                id(name + givenName),
                "oc",
                "PER",
                String.join(".", Words.of(givenName + " " + name)) + "@medecin.oc.mssante.example",
                true,
                true,
                "DR",
                name,
                givenName,
                new Professional("10", profession, speciality == null ? null : "SM04", speciality),
                new Workplace(null, null, null, null, "31000", city));
    }

    static DirectoryEntryChanged organisation(String name, String structure, String service, String city) {
        return new DirectoryEntryChanged(
                id(name),
                "oc",
                "ORG",
                "secretariat@ch-exemple.oc.mssante.example",
                true,
                true,
                null,
                name,
                null,
                Professional.NONE,
                new Workplace(null, structure, service, null, "31000", city));
    }

    static DirectoryEntryChanged unlisted(DirectoryEntryChanged entry) {
        return new DirectoryEntryChanged(
                entry.entryId(),
                entry.regionId(),
                entry.kind(),
                entry.address(),
                false,
                entry.dematerialised(),
                entry.civility(),
                entry.name(),
                entry.givenName(),
                entry.professional(),
                entry.workplace());
    }

    private static UUID id(String seed) {
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
    }
}
