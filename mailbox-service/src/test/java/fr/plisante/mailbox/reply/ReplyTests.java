package fr.plisante.mailbox.reply;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.mailbox.draft.DraftText;
import fr.plisante.mailbox.envelope.ReplyAction;
import fr.plisante.mailbox.mime.MessageText;
import fr.plisante.mailbox.mime.OutgoingMessage.Person;
import fr.plisante.mailbox.reading.Message;
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

class ReplyTests {

    private static final Person CAMILLE = new Person("Camille EXEMPLE", "camille@oc.example");
    private static final Person ME = new Person("Moi", "moi@oc.example");
    private static final Person ANNE = new Person("Anne <b>GRAS</b>", "Anne@oc.example");
    private static final Person PAUL = new Person("", "paul@oc.example");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void repliesToTheSender() {
        var text = reply(message(CAMILLE, List.of(ME, ANNE), List.of(PAUL)), ReplyAction.REPLY, Locale.FRENCH);

        assertThat(text.to()).containsExactly("camille@oc.example");
        assertThat(text.cc()).isEmpty();
    }

    @Test
    void repliesToAllButMeAndEachOnce() {
        var message =
                message(CAMILLE, List.of(new Person("x", "MOI@oc.example"), ANNE, CAMILLE), List.of(PAUL, ANNE, ME));

        var text = reply(message, ReplyAction.REPLY_ALL, Locale.FRENCH);

        assertThat(text.to()).containsExactly("camille@oc.example", "anne@oc.example");
        assertThat(text.cc()).containsExactly("paul@oc.example");
    }

    @Test
    void answersMyOwnMessageToThoseItWentTo() {
        var message = message(ME, List.of(ANNE), List.of(PAUL));

        assertThat(reply(message, ReplyAction.REPLY, Locale.FRENCH).to()).containsExactly("anne@oc.example");
        assertThat(reply(message, ReplyAction.REPLY_ALL, Locale.FRENCH).cc()).containsExactly("paul@oc.example");
        assertThat(reply(message(ME, List.of(ME), List.of()), ReplyAction.REPLY, Locale.FRENCH)
                        .to())
                .containsExactly("moi@oc.example");
    }

    @Test
    void forwardsToNobodyYet() {
        var text = reply(message(CAMILLE, List.of(ME), List.of()), ReplyAction.FORWARD, Locale.FRENCH);

        assertThat(text.to()).isEmpty();
        assertThat(text.cc()).isEmpty();
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
    void namesTheSubjectOnce(String subject, ReplyAction action, String language, String expected) {
        var message = message(CAMILLE, List.of(ME), List.of(), subject, "<p>x</p>");

        assertThat(reply(message, action, Locale.of(language)).subject()).isEqualTo(expected);
    }

    @Test
    void quotesInTheLanguageOfTheWriter() {
        var message = message(CAMILLE, List.of(ME), List.of());

        var french =
                MessageText.of(reply(message, ReplyAction.REPLY, Locale.FRENCH).html());
        var english =
                MessageText.of(reply(message, ReplyAction.REPLY, Locale.ENGLISH).html());

        assertThat(french)
                .startsWith("Le 21 novembre 2026 à 18:04, Camille EXEMPLE a écrit\u00a0:")
                .contains("> Bonjour");
        assertThat(english)
                .startsWith("On 21 November 2026 at 18:04, Camille EXEMPLE wrote:")
                .contains("> Bonjour");
        assertThat(MessageText.preview("<p>Merci</p>"
                        + reply(message, ReplyAction.REPLY, Locale.FRENCH).html()))
                .isEqualTo("Merci");
    }

    @Test
    void quotesNothingThatRuns() {
        var message = message(ANNE, List.of(ME), List.of(), "x", "<p onclick=\"a()\">Bonjour<script>a()</script></p>");

        var html = reply(message, ReplyAction.FORWARD, Locale.FRENCH).html();

        assertThat(html).contains("Anne &lt;b&gt;GRAS&lt;/b&gt; a écrit").doesNotContain("script", "onclick");
    }

    @Test
    void quotesATableAsATable() {
        var table = "<table><tbody><tr><td colspan=\"2\">K</td><td>4,1</td></tr></tbody></table>";
        var message = message(CAMILLE, List.of(ME), List.of(), "x", table);

        assertThat(reply(message, ReplyAction.REPLY, Locale.FRENCH).html()).contains(table);
    }

    @Test
    void quotesATableOfAPlainTextWithRoomBetweenItsCells() {
        var message = new Message(
                "received:x",
                UUID.randomUUID(),
                "<this@x.example>",
                List.of(),
                CAMILLE,
                List.of(ME),
                List.of(),
                "x",
                "K\t4,1\nNa\t140",
                "",
                Instant.parse("2026-11-21T17:04:00Z"),
                List.of(),
                number -> () -> {
                    throw new IllegalStateException();
                });

        assertThat(reply(message, ReplyAction.REPLY, Locale.FRENCH).html()).contains("K\u20034,1<br />Na\u2003140");
    }

    @Test
    void tellsWhomAForwardedMessageWasFor() {
        var html = reply(message(CAMILLE, List.of(ME, PAUL), List.of(ANNE)), ReplyAction.FORWARD, Locale.FRENCH)
                .html();

        assertThat(MessageText.of(html))
                .contains(
                        "> Objet\u00a0: Résultats", "> À\u00a0: Moi, paul@oc.example", "> CC\u00a0: Anne <b>GRAS</b>");
    }

    @ParameterizedTest
    @CsvSource({"'mot ', 240000", "=, 200000"})
    void quotesTheBeginningOfAMessageWithoutRoomBesideIt(String text, int times) {
        var message = message(CAMILLE, List.of(ME), List.of(), "x", "<p>" + text.repeat(times) + "</p>");

        var html = reply(message, ReplyAction.REPLY, Locale.FRENCH).html();

        assertThat(html).contains("Bonjour…").hasSizeLessThan(1000);
    }

    @Test
    void continuesTheThread() {
        var references = new Reply(message(CAMILLE, List.of(ME), List.of()), ReplyAction.REPLY, ME.address())
                .conversation("received:x")
                .references();

        assertThat(references).hasSize(30).startsWith("<0@x.example>").endsWith("<39@x.example>", "<this@x.example>");
    }

    private static DraftText reply(Message message, ReplyAction action, Locale locale) {
        var texts = new ReloadableResourceBundleMessageSource();
        texts.setBasename("classpath:messages");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return new Reply(message, action, ME.address()).text(new Quotation(message, locale, texts), PARIS);
    }

    private static Message message(Person from, List<Person> to, List<Person> cc) {
        return message(from, to, cc, "Résultats", "<p>Bonjour</p>");
    }

    private static Message message(Person from, List<Person> to, List<Person> cc, String subject, String html) {
        return new Message(
                "received:x",
                UUID.randomUUID(),
                "<this@x.example>",
                IntStream.range(0, 40).mapToObj(i -> "<" + i + "@x.example>").toList(),
                from,
                to,
                cc,
                subject,
                "Bonjour",
                html,
                Instant.parse("2026-11-21T17:04:00Z"),
                List.of(),
                number -> () -> {
                    throw new IllegalStateException();
                });
    }
}
