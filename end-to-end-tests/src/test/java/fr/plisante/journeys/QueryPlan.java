package fr.plisante.journeys;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * How the server says that it runs one command.
 *
 * @param stages the winning plan from the outside in, then the stages of a pipeline
 * @param indexes their names
 * @param whole whether an index is walked from end to end
 */
record QueryPlan(SentCommand sent, List<String> stages, Set<String> indexes, boolean whole) {

    private static final Set<String> EVERYTHING = Set.of("[MinKey, MaxKey]", "[MaxKey, MinKey]");

    /** What was not chosen and what was asked: names in there are no stages of the plan. */
    private static final Set<String> BESIDE =
            Set.of("rejectedPlans", "command", "parsedQuery", "filter", "serverInfo", "serverParameters");

    static QueryPlan of(SentCommand sent, MongoClient store) {
        var explained = explained(sent, store);
        if (explained.toJson().contains("nonExistentNamespace")) {
            // Nothing was ever written there, so nothing was planned; an empty collection is enough for a plan.
            store.getDatabase(sent.database()).createCollection(sent.collection());
            explained = explained(sent, store);
        }
        var reading = new Reading();
        reading.read(explained);
        return new QueryPlan(sent, reading.stages, reading.indexes, reading.whole);
    }

    private static BsonDocument explained(SentCommand sent, MongoClient store) {
        var question = new BsonDocument("explain", sent.command()).append("verbosity", new BsonString("queryPlanner"));
        try {
            return store.getDatabase(sent.database()).runCommand(question, BsonDocument.class);
        } catch (MongoCommandException e) {
            throw new IllegalStateException("The server does not explain " + sent.shape(), e);
        }
    }

    /** Why this command takes longer the more there is in its collection. */
    Optional<String> fault() {
        if (stages.contains("COLLSCAN")) {
            return Optional.of("scans the collection");
        }
        if (stages.contains("SORT") || stages.contains("$sort")) {
            return Optional.of("sorts in memory");
        }
        if (whole) {
            return Optional.of("walks a whole index");
        }
        return stages.isEmpty() ? Optional.of("has a plan that cannot be read") : Optional.empty();
    }

    /** For whoever is to mend it. */
    String told() {
        return "%s: %s%n    plan: %s %s"
                .formatted(fault().orElse("fine"), sent.shape(), String.join(" < ", stages), indexes);
    }

    private static final class Reading {

        private final List<String> stages = new ArrayList<>();
        private final Set<String> indexes = new LinkedHashSet<>();
        private boolean whole;

        private void read(BsonValue value) {
            if (value.isArray()) {
                value.asArray().forEach(this::read);
            } else if (value.isDocument()) {
                value.asDocument().forEach(this::read);
            }
        }

        private void read(String field, BsonValue value) {
            switch (field) {
                case "stage" -> stages.add(value.asString().getValue());
                case "$sort" -> stages.add(field);
                case "indexName" -> indexes.add(value.asString().getValue());
                case "indexBounds" -> whole |= unbounded(value.asDocument());
                default -> {
                    if (!BESIDE.contains(field)) {
                        read(value);
                    }
                }
            }
        }

        /** Such an index gives an order but narrows nothing down: a scan by another name. */
        private static boolean unbounded(BsonDocument bounds) {
            var first = bounds.get(bounds.getFirstKey());
            return first.isArray()
                    && first.asArray().stream()
                            .anyMatch(range ->
                                    EVERYTHING.contains(range.asString().getValue()));
        }
    }
}
