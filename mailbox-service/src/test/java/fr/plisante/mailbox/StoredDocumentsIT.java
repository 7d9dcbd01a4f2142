package fr.plisante.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import fr.plisante.events.Professional;
import fr.plisante.events.Workplace;
import fr.plisante.events.registration.AccountValidated;
import fr.plisante.mailbox.audit.AuditRecord.Action;
import fr.plisante.mailbox.entry.ChangeEntry;
import fr.plisante.mailbox.entry.Entries;
import fr.plisante.mailbox.entry.Entry;
import fr.plisante.mailbox.entry.Holdings;
import fr.plisante.mailbox.entry.NoteReading;
import fr.plisante.mailbox.entry.Reading;
import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.envelope.Envelopes;
import fr.plisante.mailbox.envelope.Receipt;
import fr.plisante.mailbox.envelope.SealedJson;
import fr.plisante.mailbox.mailbox.Folder;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mailbox.Residents;
import fr.plisante.mailbox.number.MailboxNumbers;
import fr.plisante.mailbox.number.Numbers;
import fr.plisante.mailbox.sealing.EnvelopeKey;
import fr.plisante.starter.web.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Documents as the first released version stored them are read, and keep what only a newer version knows. */
@RunningMailbox
class StoredDocumentsIT {

    private static final Map<String, Class<?>> TYPES = Map.of(
            "mailboxes", Mailbox.class,
            "envelopes", Envelope.class,
            "entries", Entry.class,
            "readings", Reading.class,
            "numbers", MailboxNumbers.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LATER = "addedLater";
    private static final String MAILBOX = "0198f0a0-0000-7000-8000-000000000002";
    private static final String ENVELOPE = "0198f0a0-0000-7000-8000-0000000000e1";
    /** Maps, whose keys are no fields. */
    private static final Set<String> MAPS = Set.of("receipts", "downloads", "uids");

    private final String ownMailbox = UUID.randomUUID().toString();
    private final String ownEnvelope = UUID.randomUUID().toString();

    @Autowired
    private MongoDatabase database;

    @Autowired
    private Residents residents;

    @Autowired
    private Envelopes envelopes;

    @Autowired
    private Entries entries;

    @Autowired
    private ChangeEntry changeEntry;

    @Autowired
    private Holdings holdings;

    @Autowired
    private NoteReading noteReading;

    @Autowired
    private Numbers numbers;

    @AfterEach
    void remove() {
        TYPES.keySet()
                .forEach(name -> collection(name)
                        .deleteOne(Filters.eq("_id", sample(name).get("_id"))));
    }

    @ParameterizedTest
    @CsvSource({"mailboxes", "envelopes", "entries", "readings", "numbers"})
    void areWrittenTodayAsTheyWereFirst(String name) {
        collection(name).insertOne(sample(name));

        assertThat(write(read(name))).isEqualTo(sample(name).toBsonDocument());
    }

    @ParameterizedTest
    @CsvSource({
        "mailboxes, owner professional.profession workplace.structureId",
        "envelopes, structureId sealed wrappedKey replyTo scan",
        "entries, sealed openedAt",
        "readings, part"
    })
    void areReadWithoutWhatIsOptional(String name, String optional) {
        var id = Filters.eq("_id", sample(name).get("_id"));
        collection(name).insertOne(sample(name));
        for (var path : optional.split(" ")) {
            var without = sample(name);
            var parent = path.contains(".") ? without.get(path.split("\\.")[0], Document.class) : without;
            parent.remove(path.substring(path.indexOf('.') + 1));
            collection(name).replaceOne(id, without);

            assertThat(write(read(name))).as("without " + path).isEqualTo(without.toBsonDocument());
        }
    }

    @Test
    void keepWhatIsNotKnownOfAMailbox() {
        var stored = insertNewer("mailboxes", "kind");

        residents.tell(
                new AccountValidated(
                        UUID.fromString(stored.getString("owner")),
                        "oc",
                        UUID.fromString(stored.getString("_id")),
                        "NOT_KNOWN_YET",
                        "claire.martin@medecin.oc.mssante.example",
                        "Dr",
                        "DURAND",
                        "Claire",
                        new Professional(null, "Médecin", null, "Pédiatrie"),
                        null,
                        "claire@example.test",
                        "fr",
                        "Europe/Paris",
                        new Workplace(null, "Cabinet du Parc", null, null, null, "Castres"),
                        true,
                        true,
                        List.of()),
                3);

        var mailbox = (Mailbox) read("mailboxes");
        assertThat(mailbox.name()).isEqualTo("Dr Claire DURAND");
        assertThat(mailbox.workplace().city()).isEqualTo("Castres");
        assertThat(mailbox.open()).isTrue();
        assertThat(unknownIn("mailboxes")).isEqualTo(unknownIn(stored));
    }

    @Test
    void keepWhatIsNotKnownOfAnEnvelope() {
        var stored = insertNewer("envelopes", "scan", "replyTo.action");
        var envelope = (Envelope) read("envelopes");
        var recipient = envelope.recipients().getFirst();
        var at = Instant.parse("2026-11-25T10:00:00Z");

        envelopes.settle(List.of(new Envelopes.Settled(
                envelope,
                Envelope.Scan.NONE,
                at,
                Map.of(recipient.mailboxId(), new Receipt.Refused(at, Receipt.Reason.MAILBOX_UNKNOWN)),
                List.of())));

        var settled = (Envelope) read("envelopes");
        assertThat(settled.settled()).isTrue();
        assertThat(settled.audit()).hasSize(2);
        assertThat(settled.receipt(recipient.mailboxId()).state()).isEqualTo(Receipt.State.REFUSED);
        assertThat(unknownIn("envelopes")).isEqualTo(unknownIn(stored));
    }

    @Test
    void keepWhatIsNotKnownOfAnEntry() {
        var stored = insertNewer("entries", "place.folder");
        var mailboxId = UUID.fromString(stored.getString("mailboxId"));
        var entryId = stored.getString("entryId");
        var reader = residents.someone("Paul", "Lecteur");
        var caller = new Caller(reader.accountId(), "Paul", "oc", "fr", Set.of(), 2);
        var mailbox = mailboxWithId(mailboxId);

        changeEntry.seen(caller, mailbox, entryId, false);
        noteReading.note(caller, mailbox, holdings.find(mailbox, entryId), Action.DOWNLOADED, 5);

        var entry = (Entry) read("entries");
        assertThat(entry.flags().seen()).isFalse();
        assertThat(entry.downloaded()).containsExactly(3, 5);
        assertThat(entry.place().folder()).isEqualTo(Folder.UNKNOWN);
        assertThat(unknownIn("entries")).isEqualTo(unknownIn(stored));
        assertThat(entries.held(List.of(entry.envelope().envelopeId()))).isNotEmpty();
    }

    @Test
    void areReadWithWhatANewerVersionNotesOfAReading() {
        insertNewer("readings", "action");

        assertThat(((Reading) read("readings")).action()).isEqualTo(Action.UNKNOWN);
    }

    @Test
    void keepWhatIsNotKnownOfNumbers() {
        var stored = insertNewer("numbers");
        var mailboxId = UUID.fromString(stored.getString("_id"));

        var draw = numbers.draw(new Numbers.Wanted(mailboxId, 1, Map.of(Folder.SENT, 1)));
        numbers.release(List.of(draw));

        var after = (MailboxNumbers) read("numbers");
        assertThat(after.modSeq()).isEqualTo(5);
        assertThat(after.uids()).containsEntry("SENT", 1L);
        assertThat(unknownIn("numbers")).isEqualTo(unknownIn(stored));
    }

    @Test
    void areReadWhenTheyWereSealed() {
        var key = EnvelopeKey.random();
        var id = UUID.randomUUID();

        var summary = SealedJson.summary(key, id, sealed(key, "summary:" + id, "summary"));
        var content = SealedJson.content(key, id, sealed(key, "content:" + id, "content"));

        assertThat(json(key, "summary:" + id, SealedJson.summary(key, id, summary)))
                .isEqualTo(tree("summary"));
        assertThat(json(key, "content:" + id, SealedJson.content(key, id, content)))
                .isEqualTo(tree("content"));
        assertThat(summary.from().speciality()).isEqualTo("Cardiologie");
        assertThat(content.parts().get(1).name()).isEqualTo("Résultat d’analyse.pdf");
    }

    /** What was sealed then, with a field that only a newer version knows. */
    private static Binary sealed(EnvelopeKey key, String context, String name) {
        var newer = (ObjectNode) tree(name);
        newer.put(LATER, "x");
        ((ObjectNode) newer.path("from")).put(LATER, "x");
        return new Binary(key.seal(JSON.writeValueAsBytes(newer), context));
    }

    private static JsonNode json(EnvelopeKey key, String context, Binary sealed) {
        return JSON.readTree(key.open(sealed.getData(), context));
    }

    private static JsonNode tree(String name) {
        return JSON.readTree(text(name));
    }

    private Mailbox mailboxWithId(UUID mailboxId) {
        var document = sample("mailboxes").append("_id", mailboxId.toString());
        return database.getCodecRegistry()
                .get(Mailbox.class)
                .decode(
                        document.toBsonDocument().asBsonReader(),
                        DecoderContext.builder().build());
    }

    /** Stores the sample as a newer version would, with fields and constants of its own. */
    private Document insertNewer(String name, String... enums) {
        var newer = sample(name);
        addLater(newer);
        for (var path : enums) {
            var parent = path.contains(".") ? newer.get(path.split("\\.")[0], Document.class) : newer;
            parent.put(path.substring(path.indexOf('.') + 1), "NOT_KNOWN_YET");
        }
        collection(name).insertOne(newer);
        return newer;
    }

    private static void addLater(Document document) {
        for (var field : List.copyOf(document.entrySet())) {
            switch (field.getValue()) {
                case Document map
                when MAPS.contains(field.getKey()) ->
                    map.values().stream().filter(Document.class::isInstance).forEach(one -> addLater((Document) one));
                case Document nested -> addLater(nested);
                case List<?> list ->
                    list.stream().filter(Document.class::isInstance).forEach(one -> addLater((Document) one));
                default -> {}
            }
        }
        document.append(LATER, "x");
    }

    private Set<String> unknownIn(String name) {
        return unknownIn(Objects.requireNonNull(collection(name)
                .find(Filters.eq("_id", sample(name).get("_id")))
                .first()));
    }

    /** Where the fields and constants stand that only a newer version knows. */
    private static Set<String> unknownIn(Document document) {
        var found = new TreeSet<String>();
        collect("", document, found);
        return found;
    }

    private static void collect(String path, Object value, Set<String> found) {
        switch (value) {
            case Document nested -> nested.forEach((name, one) -> collect(path + "." + name, one, found));
            case List<?> list ->
                IntStream.range(0, list.size()).forEach(i -> collect(path + "." + i, list.get(i), found));
            case String text when text.equals("NOT_KNOWN_YET") || path.endsWith(LATER) -> found.add(path);
            default -> {}
        }
    }

    private MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }

    private Object read(String name) {
        return Objects.requireNonNull(database.getCollection(name, TYPES.get(name))
                .find(Filters.eq("_id", sample(name).get("_id")))
                .first());
    }

    private <T> BsonDocument write(T value) {
        var written = new BsonDocument();
        @SuppressWarnings("unchecked")
        var type = (Class<T>) value.getClass();
        database.getCodecRegistry()
                .get(type)
                .encode(
                        new BsonDocumentWriter(written),
                        value,
                        EncoderContext.builder().build());
        return written;
    }

    /** Each test has a mailbox and an envelope of its own: events of an earlier one do not change them. */
    private Document sample(String name) {
        return Document.parse(text(name).replace(MAILBOX, ownMailbox).replace(ENVELOPE, ownEnvelope));
    }

    private static String text(String name) {
        try (var in = StoredDocumentsIT.class.getResourceAsStream("/stored/" + name + "-2026-11.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
