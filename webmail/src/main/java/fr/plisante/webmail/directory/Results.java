package fr.plisante.webmail.directory;

import fr.plisante.webmail.client.DirectoryClient.Contact;
import fr.plisante.webmail.client.DirectoryClient.Found;
import fr.plisante.webmail.people.Namesakes;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * What was looked for and who was found.
 *
 * @param mailbox the one the person came from
 * @param people those found, to tell namesakes apart
 * @param more whether there were more than are shown
 * @param chosen those who are in the selection already
 */
public record Results(
        Search search, @Nullable UUID mailbox, List<Contact> contacts, Namesakes people, boolean more, Chosen chosen) {

    /** The addresses in the selection. */
    @SuppressWarnings("ConstantValue") // Parameters may be missing.
    record Chosen(
            @BindParam("a") List<String> to,
            @BindParam("cc") List<String> cc) {

        Chosen {
            to = to == null ? List.of() : to;
            cc = cc == null ? List.of() : cc;
        }

        static final Chosen NOBODY = new Chosen(List.of(), List.of());

        Chosen without(List<String> removed) {
            return new Chosen(without(removed, to), without(removed, cc));
        }

        private static List<String> without(List<String> removed, List<String> addresses) {
            return addresses.stream()
                    .distinct()
                    .filter(address -> !address.isBlank() && !removed.contains(address))
                    .toList();
        }

        public boolean to(Contact contact) {
            return among(to, contact);
        }

        public boolean cc(Contact contact) {
            return among(cc, contact);
        }

        private static boolean among(List<String> addresses, Contact contact) {
            return addresses.stream().anyMatch(contact.address()::equalsIgnoreCase);
        }
    }

    static Results of(Search search, @Nullable UUID mailbox, Found found, Chosen chosen) {
        var people = Namesakes.among(found.items().stream());
        return new Results(search, mailbox, found.items(), people, found.more(), chosen);
    }

    /** Nobody was asked for yet, or not with enough letters. */
    static Results nothing(Search search, @Nullable UUID mailbox) {
        return of(search, mailbox, new Found(List.of(), false), Chosen.NOBODY);
    }

    /** Before anything was looked for. */
    public static Results none(UUID mailbox) {
        return nothing(Search.NONE, mailbox);
    }
}
