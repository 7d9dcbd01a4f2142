package fr.plisante.mailbox.reply;

import fr.plisante.mailbox.draft.Draft;
import fr.plisante.mailbox.draft.DraftText;
import fr.plisante.mailbox.envelope.ReplyAction;
import fr.plisante.mailbox.mime.OutgoingMessage.Person;
import fr.plisante.mailbox.mime.Subject;
import fr.plisante.mailbox.reading.Message;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the reply to a message, or its forwarding, begins with: its people, its subject, its place in the conversation. */
final class Reply {

    /** As mail programs of this country and its neighbours write them, numbered or not, any number of them. */
    private static final Pattern PREFIXES = Pattern.compile(
            "^(?:\\s*(?:re|ré|rép|rep|tr|fw|fwd|aw|wg|sv|vs|rif|i)\\s*(?:\\[\\d+]|\\(\\d+\\))?[\\s\\u00a0\\u202f]*:)+\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int MOST_REFERENCES = 30;

    private final Message message;
    private final ReplyAction action;
    private final String ownAddress;

    Reply(Message message, ReplyAction action, String ownAddress) {
        this.message = message;
        this.action = action;
        this.ownAddress = ownAddress;
    }

    DraftText text(Quotation quotation, ZoneId zone) {
        var to = to();
        var cc = action == ReplyAction.REPLY_ALL ? others(message.cc(), to) : List.<String>of();
        return new DraftText(List.copyOf(to), cc, subject(quotation.prefix(action)), quotation.html(action, zone));
    }

    /** Where the new message stands in the thread of the message with this entry id. */
    Draft.Conversation conversation(String entryId) {
        return new Draft.Conversation(
                entryId, action, action == ReplyAction.FORWARD ? null : message.messageId(), references());
    }

    /** The sender; of a message of one's own, those it went to. */
    private Set<String> to() {
        var to = new LinkedHashSet<String>();
        if (action == ReplyAction.FORWARD) {
            return to;
        }
        if (!isOwn(message.from())) {
            to.add(normal(message.from()));
        }
        if (isOwn(message.from()) || action == ReplyAction.REPLY_ALL) {
            to.addAll(others(message.to(), to));
        }
        if (to.isEmpty()) {
            to.add(normal(message.from()));
        }
        return to;
    }

    /** RFC 5322 section 3.6.4; the oldest and the latest ones when a thread grows long. */
    private List<String> references() {
        var references = new ArrayList<>(message.references());
        references.remove(message.messageId());
        references.add(message.messageId());
        while (references.size() > MOST_REFERENCES) {
            references.remove(1);
        }
        return references;
    }

    private List<String> others(List<Person> people, Set<String> without) {
        return people.stream()
                .filter(person -> !isOwn(person))
                .map(Reply::normal)
                .filter(address -> !without.contains(address))
                .distinct()
                .toList();
    }

    private boolean isOwn(Person person) {
        return person.address().equalsIgnoreCase(ownAddress);
    }

    private static String normal(Person person) {
        return person.address().toLowerCase(Locale.ROOT);
    }

    private String subject(String prefix) {
        var subject = (prefix + " " + PREFIXES.matcher(message.subject()).replaceFirst("")).strip();
        return subject.length() <= Subject.LONGEST ? subject : Quotation.first(Subject.LONGEST - 1, subject) + "…";
    }
}
