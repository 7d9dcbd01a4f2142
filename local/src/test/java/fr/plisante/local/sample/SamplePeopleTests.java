package fr.plisante.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplePeopleTests {

    private final List<SamplePerson> people = SampleData.people();

    @Test
    void everyoneHasAnAddressAndAnAccountOfTheirOwn() {
        assertThat(people).extracting(SamplePerson::email).doesNotHaveDuplicates();
        assertThat(people).extracting(SamplePerson::address).doesNotHaveDuplicates();
    }

    @Test
    void nobodyCouldBeReal() {
        assertThat(people).allSatisfy(person -> {
            assertThat(person.email()).endsWith("@courriel.example");
            assertThat(person.address()).endsWith(".mssante.example");
        });
    }

    @Test
    void passwordsAreLongAndOfFourClasses() {
        assertThat(people)
                .extracting(SamplePerson::password)
                .allSatisfy(password -> assertThat(password)
                        .hasSizeGreaterThanOrEqualTo(12)
                        .containsPattern("[a-z]")
                        .containsPattern("[A-Z]")
                        .containsPattern("[0-9]")
                        .containsPattern("[^A-Za-z0-9]"));
    }

    @Test
    void addressesAreWrittenWithoutAccents() {
        assertThat(SamplePerson.plain("Lætitia")).isEqualTo("laetitia");
        assertThat(SamplePerson.plain("D’ESSAI")).isEqualTo("dessai");
        assertThat(people).extracting(SamplePerson::address).allMatch(address -> address.matches("[a-z0-9.@-]+"));
    }

    @Test
    void identifiersHaveTheirCheckDigit() {
        assertThat(people).filteredOn(person -> person.rpps() != null).allSatisfy(person -> {
            var digits = person.rpps();
            var sum = 0;
            for (int i = 0; i < digits.length(); i++) {
                var digit = digits.charAt(digits.length() - 1 - i) - '0';
                sum += i % 2 == 0 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit;
            }
            assertThat(digits).hasSize(11);
            assertThat(sum % 10).isZero();
        });
    }

    @Test
    void twoPeopleHaveTheSameName() {
        assertThat(people)
                .filteredOn(person -> person.familyName().equals("MARTIN-FICTIF"))
                .hasSize(2)
                .extracting(SamplePerson::address)
                .containsExactly(
                        "camille.martin-fictif@medecin.oc.mssante.example",
                        "camille.martin-fictif2@medecin.oc.mssante.example");
    }
}
