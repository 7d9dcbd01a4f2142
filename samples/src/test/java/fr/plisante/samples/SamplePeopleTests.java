package fr.plisante.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

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
        assertThat(people).extracting(SamplePerson::address).allMatch(address -> address.matches("[a-z0-9.@-]+"));
    }

    @Test
    void identifiersHaveTheirCheckDigit() {
        var identifiers = people.stream()
                .map(person -> person.account().path("nationalIdentifier").path("value"))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();

        assertThat(identifiers).hasSize(8).doesNotHaveDuplicates().allSatisfy(digits -> {
            var sum = 0;
            for (int i = 0; i < digits.length(); i++) {
                var digit = digits.charAt(digits.length() - 1 - i) - '0';
                sum += i % 2 == 0 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit;
            }
            assertThat(digits).hasSize(11).startsWith("99");
            assertThat(sum % 10).isZero();
        });
    }

    @Test
    void lettersAreBetweenThem() {
        var addresses = people.stream().map(SamplePerson::address).collect(Collectors.toSet());
        addresses.add(SampleData.secretariat());

        assertThat(Samples.ALL.letters()).isNotEmpty().allSatisfy(letter -> {
            assertThat(people).extracting(SamplePerson::email).contains(letter.from());
            assertThat(addresses).containsAll(letter.to()).containsAll(letter.cc());
        });
        assertThat(SampleData.secretaries()).hasSize(2);
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
