package fr.plisante.mailbox.envelope;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mime.OutgoingMessage.Person;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody a message is from or for, as they were when it was sent: enough to tell two people of one name apart. Of those
 * on the red list there is only what stands in the message's own headers.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Correspondent(
        String name,
        String address,
        @Nullable UUID mailboxId,
        @Nullable String profession,
        @Nullable String speciality,
        @Nullable String structure,
        @Nullable String city) {

    /** Whoever the mailbox belongs to. */
    public static Correspondent of(Mailbox mailbox) {
        if (mailbox.redList()) {
            return new Correspondent(mailbox.name(), mailbox.address(), null, null, null, null, null);
        }
        var professional = mailbox.professional();
        var workplace = mailbox.workplace();
        return new Correspondent(
                mailbox.name(),
                mailbox.address(),
                mailbox.mailboxId(),
                professional.profession(),
                professional.speciality(),
                workplace.structure(),
                workplace.city());
    }

    /** As the message's headers name them. */
    public Person person() {
        return new Person(name, address);
    }
}
