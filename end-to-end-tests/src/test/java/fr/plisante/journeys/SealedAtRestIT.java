package fr.plisante.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.mongodb.client.MongoClients;
import fr.plisante.local.component.MongoServer;
import fr.plisante.samples.SamplePerson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.Test;

/** What is stored is sealed: a letter's words are in no file of the store, of Kafka, of a blob or of a log, and no mail. */
class SealedAtRestIT {

    /** ASCII, so that every way of writing text down would show it. */
    private static final String MARKER = "qzvkxjwpmarker7193";

    private static final List<String> SERVICE_LOGS = List.of(
            "auth-service.log",
            "registration-service.log",
            "mailbox-service.log",
            "directory-service.log",
            "notification-service.log",
            "webmail.log",
            "gateway.log");

    @Test
    void findsNothingOfALetterInAnythingStored() throws IOException {
        var product = Product.running();
        var sender = product.person("maelys");
        var reader = product.person("anais");
        var before = product.mails().last(reader.email());
        var blobsBefore = files(product.platform().layout().data().resolve("blobs"), new byte[0])
                .collect(Collectors.toSet());

        try (var writing = Visitor.french(product);
                var reading = Visitor.french(product)) {
            writing.open("/", sender);
            writing.beginLetter();
            writing.page().locator("#a").fill(reader.address() + ",");
            writing.page()
                    .getByLabel("Objet", new Page.GetByLabelOptions().setExact(true))
                    .fill("Objet " + MARKER);
            writing.page().locator(".ProseMirror").click();
            writing.page().keyboard().insertText("Corps " + MARKER);
            writing.page()
                    .locator("input[type=file]")
                    .setInputFiles(new FilePayload(
                            "nom-" + MARKER + ".txt",
                            "text/plain",
                            ("contenu " + MARKER).repeat(20).getBytes(StandardCharsets.UTF_8)));
            assertThat(writing.page().locator("[data-uploads] li progress")).hasCount(0);
            writing.button("Envoyer").click();
            writing.page().waitForURL(Pattern.compile(".*/envoyes.*"));

            var notice = product.mails()
                    .after(before, reader.email(), mail -> mail.text().contains("/messages/"));
            reading.open(notice.link(product.url()), reader);
            assertThat(reading.page().frameLocator("iframe.body").locator("body"))
                    .containsText(MARKER);
            reading.page()
                    .waitForDownload(() -> reading.page()
                            .locator("a[download]")
                            .filter(new Locator.FilterOptions().setHasText(MARKER))
                            .click());
        }

        findsWhatIsThereInClear(product, reader, blobsBefore);
        var data = product.platform().layout().data();
        for (var written : spellings(MARKER)) {
            var wanted = bytes(written);
            assertThat(Stream.concat(files(data, wanted).map(Path::toString), documents(product, wanted)))
                    .as("files and documents that hold %s", written)
                    .isEmpty();
        }
        assertThat(product.mails().list(reader.email(), before))
                .isNotEmpty()
                .allSatisfy(mail ->
                        assertThat(mail.subject() + mail.text() + mail.html()).doesNotContain(MARKER));
    }

    /** A search that is blind in one of the places would find nothing there either, whatever is stored. */
    private static void findsWhatIsThereInClear(Product product, SamplePerson reader, Set<Path> blobsBefore)
            throws IOException {
        var layout = product.platform().layout();
        var data = layout.data();
        var address = bytes(reader.address());
        assertThat(documents(product, address)).as("documents of the store").isNotEmpty();
        if (layout.store() == MongoServer.EMBEDDED) {
            // Other stores compress their files; their documents are searched all the same.
            assertThat(files(data.resolve("mongodb-embedded"), address))
                    .as("files of the store")
                    .isNotEmpty();
        }
        assertThat(files(data.resolve("kafka"), address)).as("files of Kafka").isNotEmpty();
        assertThat(files(data.resolve("mails"), bytes(reader.email())))
                .as("captured mails")
                .isNotEmpty();
        assertThat(files(data.resolve("logs"), bytes("with PID")))
                .as("logs of services")
                .extracting(log -> log.getFileName().toString())
                .containsAll(SERVICE_LOGS);
        // Everything in a blob is sealed: what is known to be there are the sealed bytes themselves.
        var blobs = files(data.resolve("blobs"), new byte[0])
                .filter(blob -> !blobsBefore.contains(blob))
                .toList();
        assertThat(blobs).as("blobs of this letter").isNotEmpty();
        for (var blob : blobs) {
            assertThat(files(data, Files.readAllBytes(blob))).contains(blob);
        }
    }

    /** The marker as it is, in base64 at each of the three offsets, in hexadecimal and in UTF-16. */
    private static List<String> spellings(String marker) {
        var all = new ArrayList<>(List.of(marker));
        for (int offset = 0; offset < 3; offset++) {
            var encoded =
                    Base64.getEncoder().encodeToString(("x".repeat(offset) + marker).getBytes(StandardCharsets.UTF_8));
            all.add(encoded.substring(offset == 0 ? 0 : 4, encoded.length() - 4));
        }
        var hex = new StringBuilder();
        marker.chars().forEach(c -> hex.append(Integer.toHexString(c)));
        all.add(hex.toString());
        var wide = new StringBuilder();
        marker.chars().forEach(c -> wide.append((char) c).append('\0'));
        all.add(wide.toString());
        return all;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The files of ours in a folder that hold these bytes. */
    private static Stream<Path> files(Path folder, byte[] wanted) throws IOException {
        try (var files = Files.walk(folder)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(SealedAtRestIT::ours)
                    .filter(file -> holds(file, wanted))
                    .toList()
                    .stream();
        }
    }

    private static boolean holds(Path file, byte[] wanted) {
        try {
            return indexOf(Files.readAllBytes(file), wanted) >= 0;
        } catch (NoSuchFileException _) {
            // Deleted since it was listed: it stores nothing any more.
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The documents that hold these bytes, as the store hands them over: its files may be compressed. */
    private static Stream<String> documents(Product product, byte[] wanted) {
        var found = new ArrayList<String>();
        try (var store = MongoClients.create(product.storeUri())) {
            for (var name : store.listDatabaseNames()) {
                var database = store.getDatabase(name);
                for (var collection : database.listCollectionNames()) {
                    for (var document : database.getCollection(collection, RawBsonDocument.class)
                            .find()) {
                        if (indexOf(document.getByteBuffer().array(), wanted) >= 0) {
                            found.add(name + "." + collection + " " + document.get("_id"));
                        }
                    }
                }
            }
        }
        return found.stream();
    }

    /** Jars and Keycloak's own libraries hold no letters. */
    private static boolean ours(Path file) {
        var name = file.toString();
        return !name.endsWith(".jar") && !name.contains("/keycloak/lib/") && !name.endsWith(".aot");
    }

    private static int indexOf(byte[] text, byte[] wanted) {
        outer:
        for (int i = 0; i <= text.length - wanted.length; i++) {
            for (int j = 0; j < wanted.length; j++) {
                if (text[i + j] != wanted[j]) {
                    continue outer;
                }
            }
            return i;
        }
        return -1;
    }
}
