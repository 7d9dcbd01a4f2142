package fr.plisante.webmail.reader;

import fr.plisante.webmail.client.DirectoryClient;
import fr.plisante.webmail.client.DirectoryClient.Contact;
import fr.plisante.webmail.client.Letter;
import fr.plisante.webmail.client.Person;
import fr.plisante.webmail.client.ServiceUnavailable;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the directory says of the people of a letter, by their addresses in lower case. */
record KnownPeople(Map<String, Contact> byAddress) {

    /** As many as the directory tells at once; those beyond stand folded away. */
    private static final int MOST = 50;

    /** A directory that does not answer leaves names without professions; the letter itself can be read. */
    static KnownPeople of(Letter letter, DirectoryClient directory) {
        var addresses = Stream.of(Stream.of(letter.from()), letter.to().stream(), letter.cc().stream())
                .flatMap(Function.identity())
                .map(KnownPeople::key)
                .distinct()
                .limit(MOST)
                .toList();
        try {
            return new KnownPeople(directory.contacts(addresses).stream()
                    .collect(Collectors.toMap(
                            contact -> contact.address().toLowerCase(Locale.ROOT),
                            Function.identity(),
                            (one, same) -> one)));
        } catch (ServiceUnavailable alone) {
            return new KnownPeople(Map.of());
        }
    }

    /** Profession and structure, or nothing. */
    public String role(Person person) {
        var contact = byAddress.get(key(person));
        return contact == null ? "" : contact.role();
    }

    private static String key(Person person) {
        return person.address().toLowerCase(Locale.ROOT);
    }
}
