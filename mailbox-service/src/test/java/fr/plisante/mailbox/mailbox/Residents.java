package fr.plisante.mailbox.mailbox;

import static fr.plisante.testkit.AnAccount.anAccount;
import static fr.plisante.testkit.AnOrganisation.anOrganisation;

import fr.plisante.events.registration.AccountValidated;
import fr.plisante.testkit.Realm;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;

/** People and organisations whose mailboxes are open, as registration would have said. */
@TestComponent
public class Residents {

    private final OpenMailbox openMailbox;

    Residents(OpenMailbox openMailbox) {
        this.openMailbox = openMailbox;
    }

    /** Somebody with a mailbox of their own. */
    public record Resident(UUID accountId, UUID mailboxId, String address, String token) {

        /** Where their mailbox is. */
        public String path(String more) {
            return "/api/mailbox/mailboxes/" + mailboxId + more;
        }
    }

    /** A new person nobody else has the address of. */
    public Resident someone(String givenName, String familyName) {
        return someone(givenName, familyName, "PER");
    }

    Resident someone(String givenName, String familyName, String kind) {
        var accountId = UUID.randomUUID();
        var address = (plain(givenName) + "." + plain(familyName) + "." + accountId + "@medecin.oc.mssante.example")
                .toLowerCase(Locale.ROOT);
        var account = anAccount()
                .of(accountId)
                .ofKind(kind)
                .named(givenName, familyName)
                .at(address)
                .build();
        openMailbox.open(account, 1);
        return new Resident(
                accountId, account.mailboxId(), address, Realm.person(accountId).token());
    }

    /** Takes over what registration says of an account. */
    public void tell(AccountValidated account, long sequence) {
        openMailbox.open(account, sequence);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    /** The mailbox of an organisation, as its first member sees it. */
    public Resident organisation(Resident... members) {
        var mailboxId = UUID.randomUUID();
        var address = "accueil." + mailboxId + "@ch-exemple.oc.mssante.example";
        openMailbox.open(
                anOrganisation()
                        .withMailbox(mailboxId)
                        .named("Accueil")
                        .at(address)
                        .of(Stream.of(members).map(Resident::accountId).toList())
                        .build(),
                1);
        return new Resident(members[0].accountId(), mailboxId, address, members[0].token());
    }
}
