package fr.plisante.webmail.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NamesakesTests {

    private static final Someone GERIATRICS =
            new Someone("camille.1@x.example", "Camille Martin", "Médecin", "Gériatrie", "Cabinet", "Albi");
    private static final Someone DERMATOLOGY =
            new Someone("camille.2@x.example", "Camille MARTIN", "Médecin", "Dermatologie", "Cabinet", "Albi");
    private static final Someone OTHER =
            new Someone("nadia@x.example", "Nadia Petit", "Infirmière", null, "CH d’Exemple", "Toulouse");

    record Someone(
            String address,
            String called,
            @Nullable String profession,
            @Nullable String speciality,
            @Nullable String structure,
            @Nullable String city)
            implements Person {

        Someone at(String otherAddress) {
            return new Someone(otherAddress, called, profession, speciality, structure, city);
        }

        Someone called(String name) {
            return new Someone(address, name, profession, speciality, structure, city);
        }
    }

    @Test
    void markWhatTellsTwoPeopleOfOneNameApart() {
        var people = Namesakes.among(Stream.of(GERIATRICS, DERMATOLOGY, OTHER));

        assertThat(people.traits(GERIATRICS))
                .containsExactly(
                        new Trait("Médecin", false),
                        new Trait("Gériatrie", true),
                        new Trait("Cabinet", false),
                        new Trait("Albi", false));
        assertThat(people.apart(DERMATOLOGY))
                .containsExactly(new Trait("Dermatologie", true), new Trait("Albi", false));
        assertThat(people.named(DERMATOLOGY)).isEqualTo("Camille MARTIN (Dermatologie · Albi)");
    }

    @Test
    void sayNothingInAListOfSomebodyWhoseNameIsAlone() {
        var people = Namesakes.among(Stream.of(GERIATRICS, OTHER));

        assertThat(people.apart(OTHER)).isEmpty();
        assertThat(people.named(OTHER)).isEqualTo("Nadia Petit");
        assertThat(people.brief(OTHER)).containsExactly(new Trait("Infirmière", false), new Trait("Toulouse", false));
    }

    @Test
    void giveTheAddressWhenAllElseIsAlike() {
        var twin = GERIATRICS.at("camille.3@x.example");
        var people = Namesakes.among(Stream.of(GERIATRICS, twin));

        assertThat(people.apart(twin)).last().isEqualTo(new Trait("camille.3@x.example", true));
        assertThat(people.traits(twin)).last().isEqualTo(new Trait("camille.3@x.example", true));
    }

    @Test
    void giveTheAddressOfWhoeverHasNothingElseOfTheirOwn() {
        var unknown = new Someone("camille.4@x.example", "Camille Martin", null, null, null, null);
        var people = Namesakes.among(Stream.of(GERIATRICS, unknown));

        assertThat(people.apart(unknown)).containsExactly(new Trait("camille.4@x.example", true));
    }

    @Test
    void takeNamesForTheSameAsReadersDo() {
        for (var name : List.of("CAMILLE MARTIN", "Camille-Martin", "Camïlle  Martin", " camille martin ")) {
            var other = DERMATOLOGY.called(name);

            assertThat(Namesakes.among(Stream.of(GERIATRICS, other)).apart(GERIATRICS))
                    .as(name)
                    .isNotEmpty();
        }
    }

    @Test
    void knowOnePersonUnderTwoSpellingsOfAnAddress() {
        var again = GERIATRICS.at("Camille.1@X.example");

        assertThat(Namesakes.among(Stream.of(GERIATRICS, again)).apart(again)).isEmpty();
    }
}
