package fr.plisante.webmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often each page asks the services, and that it asks at the same time what it asks of several. */
class CallsTests {

    private static final String BOX = "/boites/" + StoredMail.OWN;

    private RunningWebmail webmail;

    @BeforeEach
    void start() throws IOException {
        webmail = RunningWebmail.afresh();
    }

    @ParameterizedTest(name = "{1} for {0}")
    @CsvSource({
        "/,                                          1",
        "{box}/reception,                            1",
        "{box}/envoyes,                              1",
        "{box}/corbeille,                            1",
        "{box}/messages/{received},                  1",
        "{box}/messages/{sent},                      1",
        "{box}/messages/{received}?texte=true,       2",
        "{box}/compteurs?ici=reception,              1",
        "{box}/brouillons,                           3",
        "{box}/brouillons/{draft},                   4",
        "/annuaire?boite={mailbox},                  2",
        "/annuaire?boite={mailbox}&q=martin,         3",
        "/annuaire?boite={mailbox}&q=martin&a=x@y.z, 4",
        "/annuaire/resultats?q=martin,               1",
        "/annuaire/p1?boite={mailbox},               3",
        "/annuaire/personne?boite={mailbox}&adresse=x@y.z, 3",
        "/compte?boite={mailbox},                    3",
        "/aide?boite={mailbox},                      2",
        "/aide,                                      2"
    })
    void asksNoMoreThanItMust(String path, int calls) {
        webmail.page(filled(path));

        assertThat(webmail.services.asked).hasSize(calls);
    }

    /** Every question waits for the others: asked one after the other, none would ever be answered. */
    @ParameterizedTest(name = "{1} for {0}")
    @CsvSource({
        "{box}/messages/{received}?texte=true,       2",
        "{box}/brouillons,                           3",
        "{box}/brouillons/{draft},                   4",
        "/annuaire?boite={mailbox}&q=martin&a=x@y.z, 4",
        "/annuaire/p1?boite={mailbox},               3",
        "/aide?boite={mailbox},                      2"
    })
    void asksSideBySide(String path, int calls) {
        webmail.services.together = new CyclicBarrier(calls);

        var answer = webmail.get(filled(path), webmail.tokens.doctor());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(webmail.services.asked)
                .hasSize(calls)
                .allMatch(asked -> asked.authorization().startsWith("Bearer ey"));
    }

    @Test
    void asksEverythingInTheLanguageOfThePerson() {
        webmail.get(BOX + "/brouillons", webmail.tokens.of("Emily", "en", "gf", "2"));

        assertThat(webmail.services.asked)
                .isNotEmpty()
                .extracting(FakeServices.Asked::language)
                .containsOnly("en");
    }

    private static String filled(String path) {
        return path.replace("{box}", BOX)
                .replace("{mailbox}", StoredMail.OWN)
                .replace("{received}", StoredMail.RECEIVED)
                .replace("{sent}", StoredMail.SENT)
                .replace("{draft}", StoredMail.DRAFT);
    }
}
