package fr.plisante.mailbox;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import fr.plisante.mailbox.blob.BlobId;
import fr.plisante.mailbox.entry.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.boot.test.context.TestComponent;

/** The documents of the store by the names of their fields, for states that only a crash or an operator makes. */
@TestComponent
public class Stored {

    private final MongoDatabase database;

    Stored(MongoDatabase database) {
        this.database = database;
    }

    /** A mailbox; empty if there is none. */
    public Document mailbox(UUID mailboxId) {
        return one("mailboxes", mailboxId.toString());
    }

    public static Binary wrappedKey(Document document) {
        return document.get("wrappedKey", Binary.class);
    }

    /** An envelope; empty if there is none. */
    public Document envelope(String envelopeId) {
        return one("envelopes", envelopeId);
    }

    public long envelopesFrom(UUID mailboxId) {
        return database.getCollection("envelopes").countDocuments(Filters.eq("mailboxId", mailboxId.toString()));
    }

    public static boolean settled(Document envelope) {
        return Boolean.TRUE.equals(envelope.getBoolean("settled"));
    }

    public static boolean hasText(Document envelope) {
        return envelope.containsKey("sealed");
    }

    public static boolean hasKey(Document envelope) {
        return envelope.containsKey("wrappedKey");
    }

    public static BlobId blob(Document envelope) {
        return new BlobId(envelope.getEmbedded(List.of("sealed", "blob"), String.class));
    }

    public static List<Document> pending(Document publishing) {
        return publishing.get("outgoing", Document.class).getList("pending", Document.class);
    }

    /** Puts an envelope back to before its delivery was noted, under the key that its sender's entry holds. */
    public void unsettle(String envelopeId, byte[] wrappedKey) {
        database.getCollection("envelopes")
                .updateOne(
                        Filters.eq("_id", envelopeId),
                        Updates.combine(
                                Updates.set("settled", false), Updates.set("wrappedKey", new Binary(wrappedKey))));
    }

    /** The same for an envelope whose key nobody will ask for. */
    public void unsettle(String envelopeId) {
        database.getCollection("envelopes").updateOne(Filters.eq("_id", envelopeId), Updates.set("settled", false));
    }

    /** The envelope's key as an entry holds it. */
    public byte[] entryKey(UUID mailboxId, String entryId) {
        return one("entries", Entry.id(mailboxId, entryId))
                .getEmbedded(List.of("sealed", "wrappedKey"), Binary.class)
                .getData();
    }

    /** Where the entries of an envelope stand. */
    public List<Document> places(String envelopeId) {
        return database.getCollection("entries")
                .find(Filters.eq("envelope.envelopeId", envelopeId))
                .projection(Projections.include("place", "modSeq"))
                .into(new ArrayList<>());
    }

    /** Removes an entry as if it had never been written. */
    public void forgetEntry(UUID mailboxId, String entryId) {
        database.getCollection("entries").deleteOne(Filters.eq("_id", Entry.id(mailboxId, entryId)));
    }

    /** Leaves all entries of an envelope as a deletion does that dies before it comes to the envelope. */
    public void expungeEntries(String envelopeId) {
        database.getCollection("entries")
                .updateMany(Filters.eq("envelope.envelopeId", envelopeId), Updates.set("place.folder", "EXPUNGED"));
    }

    /** Fills an inbox with entries that nobody has opened. */
    public void fillInbox(UUID mailboxId, int entries) {
        database.getCollection("entries")
                .insertMany(IntStream.rangeClosed(1, entries)
                        .mapToObj(i -> new Document("_id", Entry.id(mailboxId, "received:" + i))
                                .append("mailboxId", mailboxId.toString())
                                .append("place", new Document("folder", "INBOX").append("uid", (long) i))
                                .append("modSeq", (long) i)
                                .append("flags", new Document("seen", false)))
                        .toList());
    }

    /** Closes a mailbox, as registration does with one that is to be forgotten. */
    public void close(UUID mailboxId) {
        database.getCollection("mailboxes")
                .updateOne(Filters.eq("_id", mailboxId.toString()), Updates.set("members", List.of()));
    }

    /** Adds a record to the audit of an entry. */
    public void audit(UUID mailboxId, String entryId, Document line) {
        database.getCollection("entries")
                .updateOne(Filters.eq("_id", Entry.id(mailboxId, entryId)), Updates.push("audit", line));
    }

    /** What was noted of the readings of an entry, as {@code OPENED by <accountId>}. */
    public List<String> readings(UUID mailboxId, String entryId) {
        return database.getCollection("readings")
                .find(Filters.and(Filters.eq("mailboxId", mailboxId.toString()), Filters.eq("entryId", entryId)))
                .map(reading -> reading.getString("action") + " by " + reading.getString("accountId"))
                .into(new ArrayList<>());
    }

    /** Adds readings of an entry as somebody who is not known any more left them, some at one instant. */
    public void fillReadings(UUID mailboxId, String entryId, List<Instant> instants) {
        database.getCollection("readings")
                .insertMany(IntStream.range(0, instants.size())
                        .mapToObj(i -> new Document("_id", Entry.id(mailboxId, entryId) + ":" + i)
                                .append("mailboxId", mailboxId.toString())
                                .append("entryId", entryId)
                                .append("regionId", "oc")
                                .append("accountId", UUID.randomUUID().toString())
                                .append("acr", 2)
                                .append("action", "DOWNLOADED")
                                .append("part", i)
                                .append("at", Date.from(instants.get(i))))
                        .toList());
    }

    private Document one(String collection, String id) {
        var found =
                database.getCollection(collection).find(Filters.eq("_id", id)).first();
        return found == null ? new Document() : found;
    }
}
