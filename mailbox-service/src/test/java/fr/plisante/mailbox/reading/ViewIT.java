package fr.plisante.mailbox.reading;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.mailbox.RunningMailbox;
import fr.plisante.mailbox.StoreCommands;
import fr.plisante.mailbox.Stored;
import fr.plisante.mailbox.mailbox.Residents;
import fr.plisante.mailbox.mailbox.Residents.Resident;
import fr.plisante.mailbox.sending.Writing;
import fr.plisante.testkit.Calls;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@RunningMailbox
class ViewIT {

    private static final Logger LOG = LoggerFactory.getLogger(ViewIT.class);

    @Autowired
    private Calls calls;

    @Autowired
    private Residents residents;

    @Autowired
    private Writing writing;

    @Autowired
    private Stored stored;

    @Autowired
    private StoreCommands storeCommands;

    @Test
    void tellsAllThatAPageOfAFolderShows() {
        var jeanne = residents.someone("Jeanne", "Vue");
        var office = residents.organisation(jeanne);
        var entryId = received(jeanne, "Bonjour");
        writing.draft(jeanne);

        var view = calls.get(jeanne.path("/view?folder=inbox&limit=10"), jeanne.token())
                .body();

        assertThat(view.path("mailbox"))
                .isEqualTo(calls.get(jeanne.path(""), jeanne.token()).body());
        assertThat(view.path("mailbox").path("unread").asInt()).isEqualTo(1);
        assertThat(view.path("mailbox").path("drafts").asInt()).isEqualTo(1);
        assertThat(view.path("mailboxes"))
                .isEqualTo(calls.get("/api/mailbox/mailboxes", jeanne.token())
                        .body()
                        .path("items"));
        assertThat(view.path("mailboxes").path(1).path("mailboxId").asString())
                .isEqualTo(office.mailboxId().toString());
        assertThat(view.path("entries"))
                .isEqualTo(calls.get(jeanne.path("/entries?folder=inbox"), jeanne.token())
                        .body());
        assertThat(view.path("entries").path("items").path(0).path("entryId").asString())
                .isEqualTo(entryId);
        assertThat(view.has("message")).isFalse();
        assertThat(calls.get(jeanne.path("/view?folder=attic"), jeanne.token()).code())
                .isEqualTo("400 folder-unknown");
    }

    @Test
    void opensAMessageWithThePageAroundItAndMarksItRead() {
        var jeanne = residents.someone("Jeanne", "Ouvre");
        var entryId = received(jeanne, "À ouvrir");
        var message = jeanne.path("/entries/" + entryId);

        var preview = calls.get(message + "/view", jeanne.token()).body();

        assertThat(preview.path("message").path("subject").asString()).isEqualTo("À ouvrir");
        assertThat(preview.path("message").path("seen").asBoolean()).isFalse();
        assertThat(preview.path("mailbox").path("unread").asInt()).isEqualTo(1);
        var opened = calls.post(message + "/open", jeanne.token(), null).body();
        assertThat(opened.path("message").path("seen").asBoolean()).isTrue();
        assertThat(opened.path("message"))
                .isEqualTo(calls.get(message, jeanne.token()).body());
        assertThat(opened.path("mailbox").path("unread").asInt()).isZero();
        assertThat(opened.path("entries").path("items").path(0).path("seen").asBoolean())
                .isTrue();
        assertThat(calls.get(message + "/audit", jeanne.token())
                        .body()
                        .path("items")
                        .path(0)
                        .path("action")
                        .asString())
                .isEqualTo("opened");
    }

    @Test
    void readsThePlainTextOnlyWhenItIsAskedFor() {
        var jeanne = residents.someone("Jeanne", "Texte");
        var message = jeanne.path("/entries/" + received(jeanne, "Texte"));

        assertThat(calls.get(message, jeanne.token()).text("text")).isEmpty();
        assertThat(calls.get(message, jeanne.token()).body().path("hasHtml").asBoolean())
                .isTrue();
        var text = calls.get(message + "/text", jeanne.token());
        assertThat(text.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(new String(text.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("Bonjour");
    }

    @Test
    void showsNoMoreMailboxesThanTheSettingSaysAndAlwaysTheOneAskedFor() {
        var jeanne = residents.someone("Zoé", "Partout");
        var others = IntStream.range(0, 6)
                .mapToObj(i -> residents.organisation(jeanne))
                .sorted(Comparator.comparing(Resident::address))
                .toList();
        var expected = Stream.concat(Stream.of(jeanne), others.stream())
                .map(one -> one.mailboxId().toString())
                .toList();

        var home = calls.get(jeanne.path("/view?folder=inbox"), jeanne.token()).body();
        var last = calls.get(others.getLast().path("/view?folder=inbox"), jeanne.token())
                .body();

        assertThat(ids(home.path("mailboxes"))).isEqualTo(expected.subList(0, 4));
        assertThat(ids(last.path("mailboxes")))
                .containsExactly(expected.get(0), expected.get(1), expected.get(2), expected.getLast());
        assertThat(last.path("mailbox").path("mailboxId").asString()).isEqualTo(expected.getLast());
        for (var limit : List.of(1, 2, 3, 7, 50)) {
            assertThat(paged(jeanne, limit)).as("pages of " + limit).isEqualTo(expected);
        }
    }

    private List<String> paged(Resident of, int limit) {
        var listed = new ArrayList<String>();
        var cursor = "";
        do {
            var page = calls.get("/api/mailbox/mailboxes?limit=" + limit + cursor, of.token())
                    .body();
            assertThat(page.path("items").size()).isBetween(1, limit);
            listed.addAll(ids(page.path("items")));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());
        return listed;
    }

    private static List<String> ids(JsonNode mailboxes) {
        return StreamSupport.stream(mailboxes.spliterator(), false)
                .map(line -> line.path("mailboxId").asString())
                .toList();
    }

    @Test
    void countsToAThousandAndNoFurther() {
        var jeanne = residents.someone("Jeanne", "Mille");
        stored.fillInbox(jeanne.mailboxId(), 1_003);

        assertThat(calls.get(jeanne.path(""), jeanne.token())
                        .body()
                        .path("unread")
                        .asInt())
                .isEqualTo(1_000);
    }

    @Test
    void asksTheStoreLittleForAPage() {
        var jeanne = residents.someone("Jeanne", "Compte");
        residents.organisation(jeanne);
        var entryId = received(jeanne, "Compté");
        calls.get(jeanne.path("/view?folder=inbox"), jeanne.token());

        var inbox = of(() -> calls.get(jeanne.path("/view?folder=inbox"), jeanne.token()));
        var opened = of(() -> calls.post(jeanne.path("/entries/" + entryId + "/open"), jeanne.token(), null));
        var again = of(() -> calls.post(jeanne.path("/entries/" + entryId + "/open"), jeanne.token(), null));
        var body = of(() -> calls.get(jeanne.path("/entries/" + entryId + "/body"), jeanne.token()));
        LOG.info(
                "Store commands with two mailboxes: inbox {}, message opened {}, again {}, its HTML {}",
                inbox.size(),
                opened.size(),
                again.size(),
                body.size());

        assertThat(inbox)
                .containsExactly(
                        "find mailboxes",
                        "aggregate entries",
                        "aggregate entries",
                        "aggregate drafts",
                        "find numbers",
                        "find entries");
        assertThat(opened)
                .containsExactly(
                        "find mailboxes",
                        "find entries",
                        "find numbers",
                        "update numbers",
                        "findAndModify entries",
                        "update numbers",
                        "find envelopes",
                        "aggregate entries",
                        "aggregate entries",
                        "aggregate drafts",
                        "find numbers",
                        "find entries");
        assertThat(again).hasSize(8);
        assertThat(body).containsExactly("find mailboxes", "find entries", "find envelopes");
    }

    private List<String> of(Runnable request) {
        return storeCommands.of(request);
    }

    private String received(Resident by, String subject) {
        var entryId = "received:" + writing.send(residents.someone("Paul", "Vue"), by, subject);
        writing.read(by, entryId);
        return entryId;
    }
}
