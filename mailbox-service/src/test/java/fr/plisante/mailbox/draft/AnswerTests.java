package fr.plisante.mailbox.draft;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.mailbox.entry.Message;
import fr.plisante.mailbox.mime.LetterText;
import fr.plisante.mailbox.mime.MimeLetter.Person;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

class AnswerTests {

    private static final Person CAMILLE = new Person("Camille EXEMPLE", "camille@oc.example");
    private static final Person ME = new Person("Moi", "moi@oc.example");
    private static final Person ANNE = new Person("Anne <b>GRAS</b>", "Anne@oc.example");
    private static final Person PAUL = new Person("", "paul@oc.example");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void repliesToTheSender() {
        var words = words(letter(CAMILLE, List.of(ME, ANNE), List.of(PAUL)), AnswerAs.REPLY, Locale.FRENCH);

        assertThat(words.to()).containsExactly("camille@oc.example");
        assertThat(words.cc()).isEmpty();
    }

    @Test
    void repliesToAllButMeAndEachOnce() {
        var letter =
                letter(CAMILLE, List.of(new Person("x", "MOI@oc.example"), ANNE, CAMILLE), List.of(PAUL, ANNE, ME));

        var words = words(letter, AnswerAs.REPLY_ALL, Locale.FRENCH);

        assertThat(words.to()).containsExactly("camille@oc.example", "anne@oc.example");
        assertThat(words.cc()).containsExactly("paul@oc.example");
    }

    @Test
    void answersMyOwnLetterToThoseItWentTo() {
        var letter = letter(ME, List.of(ANNE), List.of(PAUL));

        assertThat(words(letter, AnswerAs.REPLY, Locale.FRENCH).to()).containsExactly("anne@oc.example");
        assertThat(words(letter, AnswerAs.REPLY_ALL, Locale.FRENCH).cc()).containsExactly("paul@oc.example");
        assertThat(words(letter(ME, List.of(ME), List.of()), AnswerAs.REPLY, Locale.FRENCH)
                        .to())
                .containsExactly("moi@oc.example");
    }

    @Test
    void forwardsToNobodyYet() {
        var words = words(letter(CAMILLE, List.of(ME), List.of()), AnswerAs.FORWARD, Locale.FRENCH);

        assertThat(words.to()).isEmpty();
        assertThat(words.cc()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Résultats, REPLY, fr, Re: Résultats",
        "Résultats, FORWARD, fr, Tr: Résultats",
        "Résultats, FORWARD, en, Fwd: Résultats",
        "Re: Résultats, REPLY, fr, Re: Résultats",
        "RE : Résultats, REPLY, fr, Re: Résultats",
        "Re[2]: Résultats, REPLY, en, Re: Résultats",
        "Tr: Re: Fwd: Résultats, REPLY, fr, Re: Résultats",
        "FW: Résultats, FORWARD, fr, Tr: Résultats",
        "Fwd: Résultats, FORWARD, en, Fwd: Résultats",
        "Rétinopathie: suivi, REPLY, fr, Re: Rétinopathie: suivi",
        "Transfert: suivi, FORWARD, fr, Tr: Transfert: suivi",
        "'', REPLY, fr, Re:",
    })
    void namesTheObjectOnce(String object, AnswerAs as, String language, String expected) {
        var letter = letter(CAMILLE, List.of(ME), List.of(), object, "<p>x</p>");

        assertThat(words(letter, as, Locale.of(language)).object()).isEqualTo(expected);
    }

    @Test
    void quotesInTheWordsOfTheWriter() {
        var letter = letter(CAMILLE, List.of(ME), List.of());

        var french = LetterText.of(words(letter, AnswerAs.REPLY, Locale.FRENCH).html());
        var english =
                LetterText.of(words(letter, AnswerAs.REPLY, Locale.ENGLISH).html());

        assertThat(french)
                .startsWith("Le 21 novembre 2026 à 18:04, Camille EXEMPLE a écrit\u00a0:")
                .contains("> Bonjour");
        assertThat(english)
                .startsWith("On 21 November 2026 at 18:04, Camille EXEMPLE wrote:")
                .contains("> Bonjour");
        assertThat(LetterText.preview("<p>Merci</p>"
                        + words(letter, AnswerAs.REPLY, Locale.FRENCH).html()))
                .isEqualTo("Merci");
    }

    @Test
    void quotesNothingThatRuns() {
        var letter = letter(ANNE, List.of(ME), List.of(), "x", "<p onclick=\"a()\">Bonjour<script>a()</script></p>");

        var html = words(letter, AnswerAs.FORWARD, Locale.FRENCH).html();

        assertThat(html).contains("Anne &lt;b&gt;GRAS&lt;/b&gt; a écrit").doesNotContain("script", "onclick");
    }

    @Test
    void tellsWhomAForwardedLetterWasFor() {
        var html = words(letter(CAMILLE, List.of(ME, PAUL), List.of(ANNE)), AnswerAs.FORWARD, Locale.FRENCH)
                .html();

        assertThat(LetterText.of(html))
                .contains(
                        "> Objet\u00a0: Résultats", "> À\u00a0: Moi, paul@oc.example", "> CC\u00a0: Anne <b>GRAS</b>");
    }

    @ParameterizedTest
    @CsvSource({"'mot ', 240000", "=, 200000"})
    void quotesTheFirstWordsOfALetterWithoutRoomBesideIt(String words, int times) {
        var letter = letter(CAMILLE, List.of(ME), List.of(), "x", "<p>" + words.repeat(times) + "</p>");

        var html = words(letter, AnswerAs.REPLY, Locale.FRENCH).html();

        assertThat(html).contains("Bonjour…").hasSizeLessThan(1000);
    }

    @Test
    void continuesTheThread() {
        var references = answer(letter(CAMILLE, List.of(ME), List.of()), AnswerAs.REPLY, Locale.FRENCH)
                .references();

        assertThat(references).hasSize(30).startsWith("<0@x.example>").endsWith("<39@x.example>", "<this@x.example>");
    }

    private static Words words(Message letter, AnswerAs as, Locale locale) {
        return answer(letter, as, locale).words(PARIS);
    }

    private static Answer answer(Message letter, AnswerAs as, Locale locale) {
        var messages = new ReloadableResourceBundleMessageSource();
        messages.setBasename("classpath:messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Answer(letter, as, ME.address(), locale, messages);
    }

    private static Message letter(Person from, List<Person> to, List<Person> cc) {
        return letter(from, to, cc, "Résultats", "<p>Bonjour</p>");
    }

    private static Message letter(Person from, List<Person> to, List<Person> cc, String object, String html) {
        return new Message(
                "received:x",
                UUID.randomUUID(),
                "<this@x.example>",
                IntStream.range(0, 40).mapToObj(i -> "<" + i + "@x.example>").toList(),
                from,
                to,
                cc,
                object,
                "Bonjour",
                html,
                Instant.parse("2026-11-21T17:04:00Z"),
                List.of(),
                number -> () -> {
                    throw new IllegalStateException();
                });
    }
}
