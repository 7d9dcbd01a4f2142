package fr.plisante.webmail.layout;

import fr.plisante.starter.web.Caller;
import fr.plisante.webmail.client.Mailbox;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a page.
 *
 * @param email what the person signs in with
 * @param mailbox the one the person is in; none only for people who have none
 * @param here the place to mark in the left column
 */
public record Layout(
        Caller caller,
        String email,
        @Nullable Mailbox mailbox,
        List<Mailbox> mailboxes,
        @Nullable String here) {

    /** The places of a mailbox, in their order. */
    public Place[] places() {
        return Place.values();
    }

    /** The other mailboxes the person may change to. */
    public List<Mailbox> others() {
        return mailboxes.stream()
                .filter(m -> mailbox == null || !m.mailboxId().equals(mailbox.mailboxId()))
                .toList();
    }

    /** The mailbox; a page that has one in its address cannot be without. */
    public Mailbox box() {
        return Objects.requireNonNull(mailbox);
    }

    /** The number beside a place: drafts are counted, messages only while unread. */
    public int count(Place place) {
        if (mailbox == null) {
            return 0;
        }
        return switch (place) {
            case INBOX -> mailbox.unread();
            case DRAFTS -> mailbox.drafts();
            case SENT, TRASH -> 0;
        };
    }

    /** The person in two letters. */
    public String initials() {
        return Stream.of(caller.name().strip().split("[\\s-]+"))
                .filter(word -> !word.isEmpty())
                .limit(2)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
    }
}
