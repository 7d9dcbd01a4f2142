package fr.plisante.webmail.mail;

import fr.plisante.webmail.client.Correspondent;
import fr.plisante.webmail.client.Entry;
import fr.plisante.webmail.client.Message;
import fr.plisante.webmail.client.Message.Recipient;
import fr.plisante.webmail.people.Namesakes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The message that is open.
 *
 * @param people those who are named in it
 * @param text its plain text, when that is shown instead of its HTML
 */
record OpenMessage(
        Message message, Namesakes people, @Nullable String text) {

    /** So many people stand in a line of the head; the others are folded away. */
    private static final int SHOWN = 8;

    static OpenMessage of(Message message, @Nullable String text) {
        return new OpenMessage(message, Namesakes.among(message.people()), message.hasHtml() ? text : message.text());
    }

    /** Whether the HTML is shown, in its frame. */
    public boolean framed() {
        return message.hasHtml() && text == null;
    }

    /** How far a sent message has come. */
    public Entry.Receipts receipts() {
        return new Entry.Receipts(message.recipients().size(), (int) message.delivered(), (int) message.opened());
    }

    /** The parts of the page that change once the message has reached its recipients. */
    public List<String> unsettled() {
        return message.sending() ? List.of("state-reader", "suivi", "actions") : List.of();
    }

    /** The first of many people. */
    public List<Correspondent> first(List<Correspondent> people) {
        return people.subList(0, Math.min(SHOWN, people.size()));
    }

    /** Those behind the first. */
    public List<Correspondent> others(List<Correspondent> people) {
        return people.subList(Math.min(SHOWN, people.size()), people.size());
    }

    /** Who a recipient is. */
    public Correspondent who(Recipient recipient) {
        return message.people()
                .filter(person -> person.address().equalsIgnoreCase(recipient.address()))
                .findFirst()
                .orElseGet(() -> new Correspondent(recipient.name(), recipient.address(), null, null, null, null));
    }

    /** The name of an attachment. */
    public String part(int number) {
        return message.parts().stream()
                .filter(part -> part.part() == number)
                .map(Message.Part::name)
                .findFirst()
                .orElse("");
    }
}
