package fr.plisante.testkit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * A document as an earlier release stored it, from {@code stored/<collection>-<year>-<month>.json} (extended JSON) of the
 * service's test resources. In the store it also has a field that only a newer version knows, at its top and in each
 * nested document, and no change may erase those.
 */
public final class StoredDocument {

    private static final String UNKNOWN = "onlyANewerVersionKnows";
    private static final int DATE = "-2026-11".length();

    private final MongoCollection<BsonDocument> collection;
    private final BsonDocument before;

    private StoredDocument(MongoCollection<BsonDocument> collection, BsonDocument before) {
        this.collection = collection;
        this.before = before;
    }

    /** Puts the sample of this name, such as {@code accounts-2026-11}, into its collection. */
    public static StoredDocument put(MongoDatabase database, String name) {
        var collection = database.getCollection(name.substring(0, name.length() - DATE), BsonDocument.class);
        var document = BsonDocument.parse(read("/stored/" + name + ".json"));
        addUnknown(document);
        collection.replaceOne(Filters.eq("_id", document.get("_id")), document, new ReplaceOptions().upsert(true));
        return new StoredDocument(collection, document);
    }

    /** The document as it was put there. */
    public BsonDocument before() {
        return before;
    }

    /** The document as it is now. */
    public BsonDocument now() {
        return Objects.requireNonNull(
                collection.find(Filters.eq("_id", before.get("_id"))).first(), "the document was deleted");
    }

    /** The paths of the unknown fields that were erased. */
    public List<String> erased() {
        var erased = new ArrayList<String>();
        compare("", before, now(), erased);
        return erased;
    }

    private static void addUnknown(BsonDocument document) {
        for (Map.Entry<String, BsonValue> field : document.entrySet()) {
            if (field.getValue() instanceof BsonDocument nested) {
                addUnknown(nested);
            }
        }
        document.append(UNKNOWN, new BsonString("kept"));
    }

    private static void compare(String path, BsonDocument before, BsonDocument now, List<String> erased) {
        if (!now.containsKey(UNKNOWN)) {
            erased.add(path + UNKNOWN);
        }
        before.forEach((name, value) -> {
            if (value instanceof BsonDocument nested) {
                compare(path + name + ".", nested, now.getDocument(name, new BsonDocument()), erased);
            }
        });
    }

    private static String read(String resource) {
        try (var file = StoredDocument.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(file, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
