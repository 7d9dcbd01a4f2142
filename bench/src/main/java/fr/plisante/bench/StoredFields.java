package fr.plisante.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** What stands in the store under names that a version does not know, and whether it stays there. */
final class StoredFields {

    private static final String MARK = "fromALaterVersion";
    private static final Set<String> NOT_OURS = Set.of("admin", "config", "local");

    private final MongoClient store;
    private final Map<MongoCollection<Document>, Set<Object>> marked = new LinkedHashMap<>();

    StoredFields(String uri) {
        this.store = MongoClients.create(uri);
    }

    /** A field to count. */
    record Field(String database, String collection, String name) {

        static Field of(String written) {
            var parts = written.split("\\.", 3);
            return new Field(parts[0], parts[1], parts[2]);
        }
    }

    /** How many documents have each of these fields. */
    Map<String, Long> count(List<Field> fields) {
        var counted = new LinkedHashMap<String, Long>();
        for (var field : fields) {
            counted.put(
                    field.collection() + "." + field.name(),
                    store.getDatabase(field.database())
                            .getCollection(field.collection())
                            .countDocuments(Filters.exists(field.name())));
        }
        return counted;
    }

    /** Gives every document of every service a field, and a nested one, that no version knows; says how many. */
    int mark() {
        for (var collection : collections()) {
            var ids = collection
                    .find()
                    .projection(Projections.include("_id"))
                    .map(document -> document.get("_id"))
                    .into(new HashSet<>());
            for (var id : ids) {
                collection.updateOne(Filters.eq("_id", id), Updates.set(MARK, new Document("kept", true)));
            }
            marked.put(collection, ids);
        }
        return marked.values().stream().mapToInt(Set::size).sum();
    }

    /** How many of those documents are still there and have lost the field. */
    int erased() {
        int erased = 0;
        for (var collection : marked.entrySet()) {
            var without = collection
                    .getKey()
                    .find(Filters.and(Filters.in("_id", collection.getValue()), Filters.ne(MARK + ".kept", true)))
                    .into(new ArrayList<>());
            without.forEach(document ->
                    Stage.say("  erased in " + collection.getKey().getNamespace() + ": " + document.get("_id")));
            erased += without.size();
        }
        return erased;
    }

    private List<MongoCollection<Document>> collections() {
        var collections = new ArrayList<MongoCollection<Document>>();
        for (var database : store.listDatabaseNames()) {
            if (!NOT_OURS.contains(database)) {
                for (var name : store.getDatabase(database).listCollectionNames()) {
                    if (!name.startsWith("system.")) {
                        collections.add(store.getDatabase(database).getCollection(name));
                    }
                }
            }
        }
        return collections;
    }
}
