package fr.plisante.mailbox.draft;

import fr.plisante.mailbox.entry.Message;
import fr.plisante.mailbox.html.LetterHtml;
import fr.plisante.mailbox.mime.MimeLetter.Person;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;

/** What an answer to a letter begins with: its people, its object, the letter quoted. */
final class Answer {

    /** As mail programs of this country and its neighbours write them, numbered or not, any number of them. */
    private static final Pattern PREFIXES = Pattern.compile(
            "^(?:\\s*(?:re|ré|rép|rep|tr|fw|fwd|aw|wg|sv|vs|rif|i)\\s*(?:\\[\\d+]|\\(\\d+\\))?[\\s\\u00a0\\u202f]*:)+\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int LONGEST_OBJECT = 500;
    private static final int MOST_REFERENCES = 30;
    private static final int LONGEST_QUOTE = LetterHtml.MAX_LENGTH * 3 / 4;
    private static final int SHORT_QUOTE = 20_000;

    private final Message letter;
    private final AnswerAs as;
    private final String ownAddress;
    private final Locale locale;
    private final MessageSource messages;

    Answer(Message letter, AnswerAs as, String ownAddress, Locale locale, MessageSource messages) {
        this.letter = letter;
        this.as = as;
        this.ownAddress = ownAddress;
        this.locale = locale;
        this.messages = messages;
    }

    Words words(ZoneId zone) {
        var to = new LinkedHashSet<String>();
        var cc = new LinkedHashSet<String>();
        if (as != AnswerAs.FORWARD) {
            if (isOwn(letter.from())) {
                to.addAll(others(letter.to(), Set.of()));
            } else {
                to.add(letter.from().address().toLowerCase(Locale.ROOT));
            }
        }
        if (as == AnswerAs.REPLY_ALL) {
            to.addAll(others(letter.to(), to));
            cc.addAll(others(letter.cc(), to));
        }
        if (to.isEmpty() && as != AnswerAs.FORWARD) {
            to.add(letter.from().address().toLowerCase(Locale.ROOT));
        }
        return new Words(List.copyOf(to), List.copyOf(cc), object(), html(zone));
    }

    /** RFC 5322 section 3.6.4; the oldest and the latest ones when a thread grows long. */
    List<String> references() {
        var references = new ArrayList<>(letter.references());
        references.remove(letter.messageId());
        references.add(letter.messageId());
        while (references.size() > MOST_REFERENCES) {
            references.remove(1);
        }
        return references;
    }

    private List<String> others(List<Person> people, Set<String> without) {
        return people.stream()
                .filter(person -> !isOwn(person))
                .map(person -> person.address().toLowerCase(Locale.ROOT))
                .filter(address -> !without.contains(address))
                .distinct()
                .toList();
    }

    private boolean isOwn(Person person) {
        return person.address().equalsIgnoreCase(ownAddress);
    }

    private String object() {
        var prefix = as == AnswerAs.FORWARD ? message("answer.forward") : message("answer.reply");
        var object = (prefix + " " + PREFIXES.matcher(letter.object()).replaceFirst("")).strip();
        return object.length() <= LONGEST_OBJECT ? object : first(LONGEST_OBJECT - 1, object) + "…";
    }

    /** So many characters at most, never half of one. */
    private static String first(int most, String text) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    private String html(ZoneId zone) {
        var date = letter.date().atZone(zone);
        var intro = message(
                "answer.intro",
                date.format(DateTimeFormatter.ofPattern("d MMMM yyyy", locale)),
                date.format(DateTimeFormatter.ofPattern("HH:mm", locale)),
                named(letter.from()));
        return "<p></p><p>" + LetterHtml.escape(intro) + "</p><blockquote>"
                + (as == AnswerAs.FORWARD ? header() : "")
                + quoted() + "</blockquote>";
    }

    /** The letter as it was written; of one so long that no answer would fit beside it, the first words. */
    private String quoted() {
        var html = letter.html().isBlank() ? paragraphs(letter.text()) : letter.html();
        return LetterHtml.cleanWithin(LONGEST_QUOTE, html)
                .orElseGet(() -> LetterHtml.clean(paragraphs(first(SHORT_QUOTE, letter.text()) + "…")));
    }

    /** Whoever gets a forwarded letter sees whom it was for. */
    private String header() {
        var lines = new ArrayList<String>();
        lines.add(message("answer.object", letter.object()));
        lines.add(message("answer.to", people(letter.to())));
        if (!letter.cc().isEmpty()) {
            lines.add(message("answer.cc", people(letter.cc())));
        }
        return "<p>"
                + String.join("<br />", lines.stream().map(LetterHtml::escape).toList()) + "</p>";
    }

    private static String people(List<Person> people) {
        return String.join(", ", people.stream().map(Answer::named).toList());
    }

    private static String named(Person person) {
        return person.name().isBlank() ? person.address() : person.name();
    }

    private static String paragraphs(String text) {
        return "<p>" + LetterHtml.escape(text).replace("\r\n", "\n").replace("\n", "<br />") + "</p>";
    }

    private String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
