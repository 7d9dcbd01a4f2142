package fr.plisante.webmail.client;

import fr.plisante.webmail.people.Person;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** directory-service, asked as the person who looks at the page. */
@HttpExchange("/api/directory")
public interface DirectoryClient {

    @GetExchange("/entries")
    Found search(@RequestParam Map<String, String> criteria);

    /** Whoever has an address. */
    default Optional<Contact> withAddress(String address) {
        return search(Map.of("address", address)).items().stream()
                .filter(contact -> contact.address().equalsIgnoreCase(address))
                .findFirst();
    }

    /** The cards of at most 50 addresses; who is not in the directory is left out. */
    @GetExchange("/entries/by-address")
    List<Contact> contacts(@RequestParam Collection<String> address);

    @GetExchange("/entries/{entry}")
    Contact contact(@PathVariable String entry);

    /**
     * What a search found, at most 50.
     *
     * @param more whether there were more
     */
    record Found(List<Contact> items, boolean more) {}

    /** A person or a team one can write to. */
    record Contact(
            String entryId,
            @Nullable String kind,
            String address,
            String name,
            @Nullable String givenName,
            @Nullable String civility,
            @Nullable String profession,
            @Nullable String speciality,
            @Nullable String structure,
            @Nullable String service,
            @Nullable String city,
            @Nullable String postalCode,
            boolean dematerialised)
            implements Person {

        @Override
        public String called() {
            return givenName == null || givenName.isBlank() ? name : givenName + " " + name;
        }

        /** Profession and speciality; a team has none. */
        public @Nullable String work() {
            var work = Stream.of(profession, speciality)
                    .filter(part -> part != null && !part.isBlank())
                    .collect(Collectors.joining(" · "));
            return work.isEmpty() ? null : work;
        }

        /** Whether it is a team's mailbox. */
        public boolean team() {
            return "ORG".equals(kind) || "APP".equals(kind);
        }
    }
}
