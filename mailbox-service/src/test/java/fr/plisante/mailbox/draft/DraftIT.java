package fr.plisante.mailbox.draft;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.mailbox.RunningMailbox;
import fr.plisante.mailbox.mailbox.Residents;
import fr.plisante.mailbox.mailbox.Residents.Resident;
import fr.plisante.testkit.Calls;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@RunningMailbox
class DraftIT {

    @Autowired
    Calls calls;

    @Autowired
    Residents residents;

    private Resident camille;

    @BeforeEach
    void moveIn() {
        camille = residents.someone("Camille", "Exemple");
    }

    @Test
    void listsDraftsWithoutWhatStandsInThem() {
        var id = begin();
        calls.put(camille.path("/drafts/" + id), camille.token(), text(1, "Objet", "<p>long</p>"));

        var listed = calls.get(camille.path("/drafts"), camille.token()).body().path("items");
        assertThat(listed)
                .allSatisfy(draft -> assertThat(draft.path("html").asString()).isEmpty());
        assertThat(listed.path(0).path("subject").asString()).isEqualTo("Objet");
        assertThat(calls.get(camille.path("/drafts/" + id), camille.token()).text("html"))
                .contains("long");
    }

    @Test
    void beginsEmptyAndKeepsWhatIsTyped() {
        var begun = calls.post(camille.path("/drafts"), camille.token(), null);
        var path = camille.path("/drafts/" + begun.text("draftId"));

        var saved = calls.put(path, camille.token(), text(1, "Élève 😀", "<p>مرحبا <b>b</b><script>x()</script></p>"));

        assertThat(begun.status()).isEqualTo(201);
        assertThat(begun.body().path("version").asInt()).isEqualTo(1);
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.body().path("version").asInt()).isEqualTo(2);
        var read = calls.get(path, camille.token());
        assertThat(read.body()).isEqualTo(saved.body());
        assertThat(read.text("subject")).isEqualTo("Élève 😀");
        assertThat(read.text("html")).isEqualTo("<p>مرحبا <b>b</b></p>");
        assertThat(read.body().path("to").path(0).asString()).isEqualTo("a demi tap");
    }

    @Test
    void beginsOnceUnderAnIdOfTheClient() {
        var wish = Map.of("draftId", UUID.randomUUID());

        var first = calls.post(camille.path("/drafts"), camille.token(), wish);
        var again = calls.post(camille.path("/drafts"), camille.token(), wish);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void keepsTwoMailboxesApartUnderOneId() {
        var wish = Map.of("draftId", UUID.randomUUID());
        var other = residents.someone("Anne", "Autre");
        var mine = calls.post(camille.path("/drafts"), camille.token(), wish);
        calls.put(camille.path("/drafts/" + mine.text("draftId")), camille.token(), text(1, "à moi", ""));

        var theirs = calls.post(other.path("/drafts"), other.token(), wish);

        assertThat(theirs.text("subject")).isEmpty();
    }

    @Test
    void losesNothingWhenASecondTabSaves() {
        var path = camille.path("/drafts/" + begin());
        calls.put(path, camille.token(), text(1, "premier onglet", "<p>1</p>"));

        var second = calls.put(path, camille.token(), text(1, "second onglet", "<p>2</p>"));

        assertThat(second.code()).isEqualTo("409 draft-changed");
        assertThat(second.body().path("current").path("subject").asString()).isEqualTo("premier onglet");
        assertThat(calls.get(path, camille.token()).text("subject")).isEqualTo("premier onglet");
    }

    @Test
    void takesARepeatedSaveForWhatItIs() {
        var path = camille.path("/drafts/" + begin());
        var first = calls.put(path, camille.token(), text(1, "une fois", ""));

        var again = calls.put(path, camille.token(), text(1, "une fois", ""));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void listsLatestFirstInPages() {
        var ids = List.of(begin(), begin(), begin());
        calls.put(camille.path("/drafts/" + ids.get(1)), camille.token(), text(1, "dernier", ""));

        var first = calls.get(camille.path("/drafts?limit=2"), camille.token()).body();
        var second = calls.get(
                        camille.path(
                                "/drafts?limit=2&cursor=" + first.path("next").asString()),
                        camille.token())
                .body();

        assertThat(draftIds(first)).containsExactly(ids.get(1), ids.get(2));
        assertThat(draftIds(second)).containsExactly(ids.get(0));
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(calls.get(camille.path("/drafts?cursor=rien"), camille.token())
                        .code())
                .isEqualTo("400 cursor-invalid");
    }

    @Test
    void offersNoEmptyLastPage() {
        begin();
        begin();

        var page = calls.get(camille.path("/drafts?limit=2"), camille.token()).body();

        assertThat(draftIds(page)).hasSize(2);
        assertThat(page.path("next").isNull()).isTrue();
    }

    private static List<String> draftIds(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(draft -> draft.path("draftId").asString())
                .toList();
    }

    @Test
    void growsNoLargerThanAMessageMayBe() {
        var path = camille.path("/drafts/" + begin());
        var file = path + "/uploads/" + UUID.randomUUID() + "?name=a";
        var upload = calls.send("PUT", file, camille.token(), "application/pdf", new byte[9_900_000]);
        assertThat(upload.status()).isEqualTo(201);

        var small = calls.put(path, camille.token(), text(1, "tient", "<p>" + "a".repeat(99_000) + "</p>"));
        var large = calls.put(path, camille.token(), text(2, "déborde", "<p>" + "é".repeat(51_000) + "</p>"));

        assertThat(small.status()).isEqualTo(200);
        assertThat(large.code()).isEqualTo("413 draft-too-large");
        assertThat(large.text("detail")).contains("10 MB");
        assertThat(calls.get(path, camille.token()).text("subject")).isEqualTo("tient");
        calls.delete(file.substring(0, file.indexOf('?')), camille.token());
        assertThat(calls.put(path, camille.token(), text(2, "tient", "<p>" + "é".repeat(51_000) + "</p>"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void deletesOnce() {
        var path = camille.path("/drafts/" + begin());

        assertThat(calls.delete(path, camille.token()).status()).isEqualTo(204);
        assertThat(calls.delete(path, camille.token()).code()).isEqualTo("404 draft-not-found");
        assertThat(calls.get(path, camille.token()).code()).isEqualTo("404 draft-not-found");
        assertThat(calls.put(path, camille.token(), text(1, "x", "")).code()).isEqualTo("404 draft-not-found");
    }

    static Stream<Arguments> badTexts() {
        return Stream.of(
                Arguments.of(text(1, "a\r\nBcc: x@y.example", ""), "400 subject-invalid"),
                Arguments.of(text(1, "a\u0000b", ""), "400 subject-invalid"),
                Arguments.of(text(1, "a".repeat(501), ""), "400 subject-invalid"),
                Arguments.of(with("to", List.of("a\nb@x.example")), "400 recipient-invalid"),
                Arguments.of(with("cc", List.of("a".repeat(321))), "400 recipient-invalid"),
                Arguments.of(with("to", List.of("a", "b", "c", "d", "e", "f")), "400 too-many-recipients"),
                Arguments.of(with("html", "a".repeat(1_000_001)), "413 text-too-long"),
                Arguments.of(with("unknown", 1), "400 unreadable-body"),
                Arguments.of(with("version", "un"), "400 unreadable-body"),
                Arguments.of(with("to", "x"), "400 unreadable-body"),
                Arguments.of(Map.of("version", 1), "400 invalid-fields"));
    }

    @ParameterizedTest
    @MethodSource("badTexts")
    void refusesBadInputAndKeepsWhatWasThere(Map<String, Object> text, String refusal) {
        var path = camille.path("/drafts/" + begin());

        assertThat(calls.put(path, camille.token(), text).code()).isEqualTo(refusal);
        assertThat(calls.get(path, camille.token()).body().path("version").asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE"})
    void isThereForItsMembersAlone(String method) {
        var path = camille.path("/drafts/" + begin());
        var stranger = residents.someone("Une", "Etrangere");

        assertThat(calls.send(method, path, "", text(1, "x", "")).code()).isEqualTo("401 sign-in-needed");
        assertThat(calls.send(method, path, stranger.token(), text(1, "x", "")).code())
                .isEqualTo("404 mailbox-not-found");
        var elsewhere = stranger.path(path.substring(camille.path("").length()));
        assertThat(calls.send(method, elsewhere, stranger.token(), text(1, "x", ""))
                        .code())
                .isEqualTo("404 draft-not-found");
    }

    @Test
    void isSharedByTheMembersOfAnOrganisation() {
        var anne = residents.someone("Anne", "Collegue");
        var reception = residents.organisation(camille, anne);
        var begun = calls.post(reception.path("/drafts"), camille.token(), null);

        var saved = calls.put(reception.path("/drafts/" + begun.text("draftId")), anne.token(), text(1, "à deux", ""));

        assertThat(saved.status()).isEqualTo(200);
    }

    private String begin() {
        return calls.post(camille.path("/drafts"), camille.token(), null).text("draftId");
    }

    private static Map<String, Object> text(int version, String subject, String html) {
        return Map.of(
                "version", version, "to", List.of("a demi tap"), "cc", List.of(), "subject", subject, "html", html);
    }

    private static Map<String, Object> with(String field, Object value) {
        var changed = new HashMap<>(text(1, "objet", ""));
        changed.put(field, value);
        return changed;
    }
}
