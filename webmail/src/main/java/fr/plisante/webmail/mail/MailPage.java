package fr.plisante.webmail.mail;

import fr.plisante.webmail.client.Entry;
import fr.plisante.webmail.client.MailboxClient.View;
import fr.plisante.webmail.layout.Layout;
import fr.plisante.webmail.layout.Page;
import fr.plisante.webmail.layout.Place;
import fr.plisante.webmail.people.Namesakes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder, and beside it the message that is open: {@code mail.html}.
 *
 * @param entries the lines shown
 * @param next where the following lines begin, if there are any
 * @param people those whose names stand in the lines
 * @param older whether newer lines come before these
 * @param notices what has just been done
 * @param open the message, if one is open
 */
record MailPage(
        Layout layout,
        Place place,
        List<Entry> entries,
        @Nullable String next,
        Namesakes people,
        boolean older,
        List<Notice> notices,
        @Nullable OpenMessage open)
        implements Page {

    static MailPage of(
            Layout layout, Place place, View view, boolean older, List<Notice> notices, @Nullable OpenMessage open) {
        var entries = view.entries().items();
        var people = Namesakes.among(entries.stream().flatMap(entry -> entry.shown().stream()));
        return new MailPage(layout, place, entries, view.entries().next(), people, older, notices, open);
    }

    /** Whether a line is the one of the open message. */
    public boolean current(Entry entry) {
        return open != null && open.message().entryId().equals(entry.entryId());
    }

    /** Whether somebody in a line is named like somebody else in the list. */
    public boolean namesakes(Entry entry) {
        return entry.shown().stream().anyMatch(person -> !people.apart(person).isEmpty());
    }

    /** The parts of the list that change once a message has reached its recipients. */
    public List<String> unsettled() {
        return entries.stream()
                .filter(Entry::sending)
                .flatMap(entry -> Stream.of("state-" + entry.envelopeId(), "pick-" + entry.envelopeId()))
                .toList();
    }
}
