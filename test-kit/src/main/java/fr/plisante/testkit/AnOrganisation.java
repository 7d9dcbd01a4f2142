package fr.plisante.testkit;

import fr.plisante.events.Workplace;
import fr.plisante.events.registration.MailboxGranted;
import java.util.List;
import java.util.UUID;

/** Builds the mailbox of a hospital ward in Occitanie that no other has the address of. */
public final class AnOrganisation {

    private UUID mailboxId = UUID.randomUUID();
    private String name = "Secrétariat de cardiologie";
    private String address = "";
    private List<UUID> members = List.of(UUID.randomUUID());

    private AnOrganisation() {}

    public static AnOrganisation anOrganisation() {
        return new AnOrganisation();
    }

    public AnOrganisation withMailbox(UUID mailbox) {
        mailboxId = mailbox;
        return this;
    }

    public AnOrganisation named(String itsName) {
        name = itsName;
        return this;
    }

    public AnOrganisation at(String mailboxAddress) {
        address = mailboxAddress;
        return this;
    }

    public AnOrganisation of(List<UUID> itsMembers) {
        members = itsMembers;
        return this;
    }

    public MailboxGranted build() {
        return new MailboxGranted(
                mailboxId,
                "oc",
                address.isEmpty() ? "secretariat." + mailboxId + "@ch-exemple.oc.mssante.example" : address,
                name,
                new Workplace(null, "CH Exemple", "Cardiologie", null, "31000", "Toulouse"),
                false,
                true,
                members);
    }
}
