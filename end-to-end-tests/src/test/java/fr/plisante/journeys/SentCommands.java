package fr.plisante.journeys;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/** The commands that reached the store and ask it to find something: of each shape the first one. */
final class SentCommands {

    /** The only kind of message that drivers send after the greeting (OP_MSG of the wire protocol). */
    private static final int OP_MSG = 2013;

    private static final int GREETING = 2004;
    private static final int SECTIONS = 16 + Integer.BYTES;
    private static final int CHECKSUM = Integer.BYTES;

    /** They look for nothing; a command that is neither here nor explained by the server fails the test. */
    private static final Set<String> FIND_NOTHING = Set.of(
            "hello",
            "ismaster",
            "ping",
            "buildinfo",
            "insert",
            "createindexes",
            "listindexes",
            "getmore",
            "killcursors",
            "endsessions");

    private final Map<String, SentCommand> byShape = new ConcurrentHashMap<>();

    Collection<SentCommand> all() {
        return byShape.values().stream()
                .sorted(Comparator.comparing(SentCommand::shape))
                .toList();
    }

    /** Takes in one message of a driver. */
    void hear(ByteBuffer message) {
        var kind = message.getInt(12);
        if (kind == OP_MSG) {
            command(message.position(SECTIONS));
        } else if (kind != GREETING) {
            throw new IllegalStateException("The driver speaks a language that the tap does not know: " + kind);
        }
    }

    /** A body, and beside it the statements of a write: the two kinds of section. */
    private void command(ByteBuffer message) {
        var body = RawBsonDocument.parse("{}");
        var statements = new ArrayList<RawBsonDocument>();
        while (message.remaining() > CHECKSUM) {
            if (message.get() == 0) {
                body = document(message);
            } else {
                statements.addAll(statements(message));
            }
        }
        var name = body.getFirstKey();
        if (FIND_NOTHING.contains(name.toLowerCase(Locale.ROOT))) {
            return;
        }
        switch (name) {
            case "update" -> writes(decoded(body), "updates", statements);
            case "delete" -> writes(decoded(body), "deletes", statements);
            default -> keep(SentCommand.of(decoded(body)));
        }
    }

    /** Each statement by itself, since a server explains one at a time. */
    private void writes(BsonDocument command, String field, List<RawBsonDocument> beside) {
        var statements = command.getArray(field, new BsonArray());
        beside.forEach(statement -> statements.add(decoded(statement)));
        for (var statement : statements) {
            var one = command.clone();
            one.put(field, new BsonArray(List.of(statement)));
            keep(SentCommand.of(one));
        }
    }

    private void keep(SentCommand command) {
        byShape.putIfAbsent(command.shape(), command);
    }

    private static List<RawBsonDocument> statements(ByteBuffer message) {
        var end = message.position() + message.getInt(message.position());
        var start = message.position() + Integer.BYTES;
        // The field's name, which the command's own name tells already.
        while (message.get(start) != 0) {
            start++;
        }
        message.position(start + 1);
        var all = new ArrayList<RawBsonDocument>();
        while (message.position() < end) {
            all.add(document(message));
        }
        return all;
    }

    private static RawBsonDocument document(ByteBuffer message) {
        var start = message.position();
        var end = start + message.getInt(start);
        message.position(end);
        return new RawBsonDocument(Arrays.copyOfRange(message.array(), start, end));
    }

    private static BsonDocument decoded(RawBsonDocument raw) {
        return raw.decode(new BsonDocumentCodec());
    }
}
