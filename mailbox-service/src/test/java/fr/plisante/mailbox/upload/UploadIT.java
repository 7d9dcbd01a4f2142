package fr.plisante.mailbox.upload;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.mailbox.RunningMailbox;
import fr.plisante.mailbox.blob.BlobId;
import fr.plisante.mailbox.blob.Blobs;
import fr.plisante.mailbox.draft.FindDrafts;
import fr.plisante.mailbox.mailbox.Residents;
import fr.plisante.mailbox.mailbox.Residents.Resident;
import fr.plisante.testkit.Calls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.InputStreamResource;
import tools.jackson.databind.JsonNode;

@RunningMailbox
class UploadIT {

    @Autowired
    Calls calls;

    @Autowired
    Residents residents;

    @Autowired
    FindDrafts drafts;

    @Autowired
    UploadBlobs uploads;

    @Autowired
    Blobs blobs;

    private Resident camille;
    private UUID draftId;

    @BeforeEach
    void begin() {
        camille = residents.someone("Camille", "Exemple");
        draftId = UUID.fromString(
                calls.post(camille.path("/drafts"), camille.token(), null).text("draftId"));
    }

    @Test
    void keepsTheBytesAndTheName() throws IOException {
        var uploadId = UUID.randomUUID();
        var bytes = random(3_000_000);

        var put = put(uploadId, "../été 😀.pdf", bytes);

        assertThat(put.status()).isEqualTo(201);
        assertThat(put.text("name")).isEqualTo("été 😀.pdf");
        assertThat(put.text("type")).isEqualTo("application/pdf");
        assertThat(put.body().path("size").asLong()).isEqualTo(bytes.length);
        assertThat(draft().path("uploads").path(0)).isEqualTo(put.body());
        var sendable = uploads.attachments(drafts.sealed(camille.mailboxId(), draftId), List.of(uploadId))
                .getFirst();
        assertThat(sendable.name()).isEqualTo("../été 😀.pdf");
        try (var content = sendable.content().open()) {
            assertThat(content.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void takesNoMoreFilesThanAMessageMayHaveHoweverEmpty() throws Exception {
        List<Calls.Answer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Calls.Answer> put = () -> put(UUID.randomUUID(), "vide.txt", new byte[0]);
            answers = threads.invokeAll(Collections.nCopies(20, put)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(12);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .extracting(Calls.Answer::code)
                .containsOnly("413 too-many-uploads");
        assertThat(draft().path("uploads")).hasSize(12);
    }

    @Test
    void keepsNothingReadable() throws IOException {
        var marker = "MARQUEUR-" + UUID.randomUUID();
        put(UUID.randomUUID(), marker + ".txt", marker.repeat(1000).getBytes(StandardCharsets.UTF_8));

        for (var blob : blobs()) {
            try (var in = blobs.open(blob)) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1))
                        .doesNotContain(marker);
            }
        }
    }

    @Test
    void takesARepeatForWhatItIs() {
        var uploadId = UUID.randomUUID();
        var first = put(uploadId, "a.txt", random(1000));
        var before = blobs();

        var again = put(uploadId, "a.txt", random(1000));
        var other = put(uploadId, "a.txt", random(1001));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.code()).isEqualTo("409 upload-different");
        assertThat(draft().path("uploads").size()).isEqualTo(1);
        assertThat(blobs()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void acceptsTheSmallestFiles(int size) {
        assertThat(put(UUID.randomUUID(), "vide.txt", random(size)).status()).isEqualTo(201);
    }

    @Test
    void acceptsNamesOf255CharactersAndNoLongerOnes() {
        assertThat(put(UUID.randomUUID(), "é".repeat(255), random(1)).status()).isEqualTo(201);
        assertThat(put(UUID.randomUUID(), "é".repeat(256), random(1)).code()).isEqualTo("400 file-name-invalid");
        assertThat(put(UUID.randomUUID(), "a\r\nb", random(1)).code()).isEqualTo("400 file-name-invalid");
        assertThat(put(UUID.randomUUID(), " ", random(1)).code()).isEqualTo("400 file-name-invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "message/rfc822"})
    void takesBodiesAsTheyAreWhateverTheyClaim(String type) {
        var put = calls.send("PUT", path(UUID.randomUUID(), "x"), camille.token(), type, "a=b");

        assertThat(put.status()).isEqualTo(201);
        assertThat(put.body().path("size").asLong()).isEqualTo(3);
    }

    @Test
    void saysHowMuchIsLeftWhenItIsTooMuch() {
        put(UUID.randomUUID(), "a", random(6_000_000));
        var before = blobs();

        var announced = put(UUID.randomUUID(), "b", random(4_000_001));
        var chunked = calls.send(
                "PUT",
                path(UUID.randomUUID(), "b"),
                camille.token(),
                "application/pdf",
                new InputStreamResource(new ByteArrayInputStream(random(4_000_001))));

        for (var refused : List.of(announced, chunked)) {
            assertThat(refused.code()).isEqualTo("413 upload-too-large");
            assertThat(refused.body().path("left").asLong()).isEqualTo(4_000_000);
            assertThat(refused.text("detail")).contains("10 MB", "4 MB");
        }
        assertThat(blobs()).isEqualTo(before);
        assertThat(put(UUID.randomUUID(), "b", random(4_000_000)).status()).isEqualTo(201);
        assertThat(put(UUID.randomUUID(), "vide", random(0)).status()).isEqualTo(201);
    }

    @Test
    void passesNoLimitInParallel() throws InterruptedException {
        var answers = inParallel(IntStream.range(0, 6)
                .<Callable<Calls.Answer>>mapToObj(i -> () -> put(UUID.randomUUID(), "f" + i, random(2_500_000)))
                .toList());

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(4);
        assertThat(answers.stream().filter(answer -> answer.status() == 413)).hasSize(2);
        assertThat(draft().path("uploads").size()).isEqualTo(4);
    }

    @Test
    void addsTheSameFileOnceInParallel() throws InterruptedException {
        var uploadId = UUID.randomUUID();
        var before = blobs().size();

        var answers = inParallel(IntStream.range(0, 4)
                .<Callable<Calls.Answer>>mapToObj(i -> () -> put(uploadId, "f", random(200_000)))
                .toList());

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 201));
        assertThat(draft().path("uploads").size()).isEqualTo(1);
        assertThat(blobs()).hasSize(before + 1);
    }

    @Test
    void keepsNothingOfAFileThatWasCut() throws IOException {
        var before = blobs();
        var head =
                "PUT " + path(UUID.randomUUID(), "cut") + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000\r\n"
                        + "Content-Type: application/pdf\r\nAuthorization: Bearer " + camille.token() + "\r\n\r\n";

        String answer;
        try (var socket = new Socket("127.0.0.1", calls.port())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(random(1_000_000));
            socket.shutdownOutput();
            answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(answer).startsWith("HTTP/1.1 400").contains("upload-cut");
        assertThat(draft().path("uploads").size()).isZero();
        assertThat(blobs()).isEqualTo(before);
    }

    @Test
    void removesFilesWithTheirBytes() {
        var uploadId = UUID.randomUUID();
        var before = blobs();
        put(uploadId, "a", random(1000));
        var path = camille.path("/drafts/" + draftId + "/uploads/" + uploadId);

        assertThat(calls.delete(path, camille.token()).status()).isEqualTo(204);
        assertThat(calls.delete(path, camille.token()).code()).isEqualTo("404 upload-not-found");
        assertThat(blobs()).isEqualTo(before);
        assertThat(put(UUID.randomUUID(), "b", random(9_999_999)).status()).isEqualTo(201);
    }

    @Test
    void deletesABlobWithItsDraft() {
        var before = blobs();
        put(UUID.randomUUID(), "a", random(1000));

        calls.delete(camille.path("/drafts/" + draftId), camille.token());

        assertThat(blobs()).isEqualTo(before);
        assertThat(put(UUID.randomUUID(), "b", random(1)).code()).isEqualTo("404 draft-not-found");
    }

    @Test
    void leavesTheVersionOfTheTextAlone() {
        put(UUID.randomUUID(), "a", random(1000));

        assertThat(draft().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void isThereForItsMembersAlone() {
        var stranger = residents.someone("Une", "Etrangere");
        var path = path(UUID.randomUUID(), "a");

        assertThat(calls.send("PUT", path, "", null).code()).isEqualTo("401 sign-in-needed");
        assertThat(calls.send("PUT", path, stranger.token(), null).code()).isEqualTo("404 mailbox-not-found");
        assertThat(calls.send("DELETE", path, stranger.token(), null).code()).isEqualTo("404 mailbox-not-found");
    }

    private JsonNode draft() {
        return calls.get(camille.path("/drafts/" + draftId), camille.token()).body();
    }

    private Calls.Answer put(UUID uploadId, String name, byte[] bytes) {
        return calls.send("PUT", path(uploadId, name), camille.token(), "application/pdf", bytes);
    }

    private String path(UUID uploadId, String name) {
        return camille.path("/drafts/" + draftId + "/uploads/" + uploadId + "?name="
                + URLEncoder.encode(name, StandardCharsets.UTF_8));
    }

    private Set<BlobId> blobs() {
        var all = new HashSet<BlobId>();
        try {
            blobs.olderThan(Instant.now().plusSeconds(60), all::add);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }

    private static byte[] random(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static <T> List<T> inParallel(List<Callable<T>> calls) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
