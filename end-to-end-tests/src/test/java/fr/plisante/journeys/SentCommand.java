package fr.plisante.journeys;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/** One command as it was sent, without what belongs to the connection, and its shape: values replaced by their types. */
record SentCommand(String database, BsonDocument command, String shape) {

    private static final Set<String> OF_THE_CONNECTION = Set.of("lsid", "txnNumber", "writeConcern", "readConcern");
    /** What the server plans by; what is written or shown does not count. */
    private static final List<String> PLANNED =
            List.of("filter", "query", "q", "pipeline", "key", "sort", "hint", "limit", "multi", "upsert");

    private static final Pattern KEY = Pattern.compile("\\.(\\d+|[0-9a-f]{8}-[0-9a-f-]{27})(?![^.])");
    private static final BsonString MORE = new BsonString("more");

    static SentCommand of(BsonDocument sent) {
        var command = new BsonDocument();
        sent.forEach((field, value) -> {
            if (!field.startsWith("$") && !OF_THE_CONNECTION.contains(field)) {
                command.put(field, value);
            }
        });
        var database = sent.getString("$db").getValue();
        return new SentCommand(database, command, shape(database, command));
    }

    String collection() {
        return command.getString(command.getFirstKey()).getValue();
    }

    private static String shape(String database, BsonDocument command) {
        var name = command.getFirstKey();
        var planned = new BsonDocument();
        PLANNED.forEach(field -> keep(planned, command, field));
        for (var statements : List.of("updates", "deletes")) {
            if (command.containsKey(statements)) {
                var statement = command.getArray(statements).getFirst().asDocument();
                PLANNED.forEach(field -> keep(planned, statement, field));
            }
        }
        return name + " " + database + "." + command.getString(name).getValue() + " " + planned.toJson();
    }

    private static void keep(BsonDocument planned, BsonDocument from, String field) {
        var value = from.get(field);
        if (value != null) {
            // Of an order or an index the numbers are the meaning.
            planned.put(field, Set.of("sort", "hint", "key").contains(field) ? value : typed(value));
        }
    }

    private static BsonValue typed(BsonValue value) {
        if (value.isDocument()) {
            var typed = new BsonDocument();
            value.asDocument()
                    .forEach((field, inner) -> typed.put(named(field), field.equals("$sort") ? inner : typed(inner)));
            return typed;
        }
        if (value.isArray()) {
            var kinds = new BsonArray(
                    value.asArray().stream().map(SentCommand::typed).distinct().toList());
            // One value is planned as an equality, several are not.
            return kinds.size() < value.asArray().size() ? new BsonArray(List.of(kinds, MORE)) : kinds;
        }
        return new BsonString(value.getBsonType().name().toLowerCase(Locale.ROOT));
    }

    /** A path through a map or an array is one shape, whatever the key. */
    private static String named(String field) {
        return KEY.matcher(field).replaceAll(".*");
    }
}
