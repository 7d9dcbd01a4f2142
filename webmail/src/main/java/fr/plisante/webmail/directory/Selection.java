package fr.plisante.webmail.directory;

import fr.plisante.webmail.client.Correspondent;
import fr.plisante.webmail.directory.Results.Chosen;
import fr.plisante.webmail.people.Namesakes;
import fr.plisante.webmail.people.Person;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Those whom a person has collected to write to.
 *
 * @param people all of them, to tell namesakes apart
 */
record Selection(List<Person> to, List<Person> cc, Namesakes people) {

    /** The addresses collected; who is not among the people known stands there by the address alone. */
    static Selection of(Chosen chosen, List<? extends Person> known) {
        var byAddress = known.stream()
                .collect(Collectors.toMap(Selection::key, Function.<Person>identity(), (one, same) -> one));
        var chosenTo = people(chosen.to(), byAddress);
        var chosenCc = people(chosen.cc(), byAddress);
        return new Selection(chosenTo, chosenCc, Namesakes.among(Stream.concat(chosenTo.stream(), chosenCc.stream())));
    }

    public boolean empty() {
        return to.isEmpty() && cc.isEmpty();
    }

    public List<String> toAddresses() {
        return to.stream().map(Person::address).toList();
    }

    public List<String> ccAddresses() {
        return cc.stream().map(Person::address).toList();
    }

    private static List<Person> people(List<String> addresses, Map<String, Person> known) {
        return addresses.stream()
                .map(address -> known.getOrDefault(
                        address.toLowerCase(Locale.ROOT), new Correspondent(null, address, null, null, null, null)))
                .toList();
    }

    private static String key(Person person) {
        return person.address().toLowerCase(Locale.ROOT);
    }
}
