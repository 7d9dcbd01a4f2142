package fr.plisante.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What {@code samples.json} holds; the people come in the order of a table, those who administer last. */
record Samples(List<SamplePerson> people, Secretariat secretariat, List<Letter> letters) {

    static final Samples ALL = read();

    /**
     * The mailbox that two of the people share.
     *
     * @param members their ordinary addresses
     * @param mailbox the request that makes it, without its members
     */
    record Secretariat(String address, List<String> members, ObjectNode mailbox) {}

    /**
     * One message of the day.
     *
     * @param from the ordinary address of its author
     * @param to secure addresses, as is {@code cc}
     * @param file the name of its attachment
     */
    record Letter(
            String from,
            List<String> to,
            List<String> cc,
            String subject,
            String html,
            @Nullable String file) {}

    SamplePerson person(String email) {
        return people.stream()
                .filter(person -> person.email().equals(email))
                .findFirst()
                .orElseThrow();
    }

    private static Samples read() {
        try (var json = Objects.requireNonNull(Samples.class.getResourceAsStream("samples.json"))) {
            return Http.JSON.readValue(json, Samples.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
