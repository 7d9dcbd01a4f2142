package fr.plisante.mailbox.reply;

import fr.plisante.mailbox.envelope.ReplyAction;
import fr.plisante.mailbox.html.MessageHtml;
import fr.plisante.mailbox.mime.OutgoingMessage.Person;
import fr.plisante.mailbox.reading.Message;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** A message quoted in a reply, in the language of who replies. */
final class Quotation {

    private static final int LONGEST = MessageHtml.MAX_LENGTH * 3 / 4;
    private static final int SHORT = 20_000;

    private final Message message;
    private final Locale locale;
    private final MessageSource texts;

    Quotation(Message message, Locale locale, MessageSource texts) {
        this.message = message;
        this.locale = locale;
        this.texts = texts;
    }

    /** What the subject begins with. */
    String prefix(ReplyAction action) {
        return text(action == ReplyAction.FORWARD ? "reply.forward" : "reply.reply");
    }

    /** An empty paragraph to write in, who wrote when, and the message itself. */
    String html(ReplyAction action, ZoneId zone) {
        var date = message.date().atZone(zone);
        var intro = text(
                "reply.intro",
                date.format(DateTimeFormatter.ofPattern("d MMMM yyyy", locale)),
                date.format(DateTimeFormatter.ofPattern("HH:mm", locale)),
                name(message.from()));
        return "<p></p><p>" + MessageHtml.escape(intro) + "</p><blockquote>"
                + (action == ReplyAction.FORWARD ? header() : "")
                + quoted() + "</blockquote>";
    }

    /** The message as it was written; of one so long that no reply would fit beside it, its beginning. */
    private String quoted() {
        var html = message.html().isBlank() ? paragraphs(message.text()) : message.html();
        return MessageHtml.cleanWithin(LONGEST, html)
                .orElseGet(() -> MessageHtml.clean(paragraphs(first(SHORT, message.text()) + "…")));
    }

    /** Whoever gets a forwarded message sees whom it was for. */
    private String header() {
        var lines = new ArrayList<String>();
        lines.add(text("reply.subject", message.subject()));
        lines.add(text("reply.to", people(message.to())));
        if (!message.cc().isEmpty()) {
            lines.add(text("reply.cc", people(message.cc())));
        }
        return "<p>"
                + String.join("<br />", lines.stream().map(MessageHtml::escape).toList()) + "</p>";
    }

    private static String people(List<Person> people) {
        return String.join(", ", people.stream().map(Quotation::name).toList());
    }

    private static String name(Person person) {
        return person.name().isBlank() ? person.address() : person.name();
    }

    /** In HTML a tab is a space like others: the room between two cells needs a wide one. */
    private static String paragraphs(String text) {
        var html = MessageHtml.escape(text).replace("\r\n", "\n").replace("\n", "<br />");
        return "<p>" + html.replace('\t', '\u2003') + "</p>";
    }

    /** So many characters at most, never half of one. */
    static String first(int most, String text) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    private String text(String key, Object... arguments) {
        return texts.getMessage(key, arguments, locale);
    }
}
