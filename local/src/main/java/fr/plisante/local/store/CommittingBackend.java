package fr.plisante.local.store;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;

/** Commits the file before a write is answered, so that a killed process loses nothing it acknowledged. */
final class CommittingBackend extends H2Backend {

    private static final Set<String> READS = Set.of(
            "aggregate",
            "buildinfo",
            "collstats",
            "connectionstatus",
            "count",
            "dbstats",
            "distinct",
            "endsessions",
            "explain",
            "find",
            "getlog",
            "getmore",
            "getparameter",
            "hello",
            "hostinfo",
            "ismaster",
            "killcursors",
            "listcollections",
            "listdatabases",
            "listindexes",
            "ping",
            "serverstatus",
            "validate",
            "whatsmyuri");

    // Writers share it, the commit has it alone: a commit in the middle of another write would keep an index entry
    // without its document, and a kill would then leave an identity that can never be inserted again.
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);
    private final AtomicLong written = new AtomicLong();
    private long committed;

    CommittingBackend(MVStore store) {
        super(store);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        var command = message.getDocument().keySet().iterator().next();
        if (READS.contains(command.toLowerCase(Locale.ROOT)) && !writesItsResult(message.getDocument())) {
            return super.handleMessage(message);
        }
        try {
            gate.readLock().lock();
            try {
                return super.handleMessage(message);
            } finally {
                gate.readLock().unlock();
            }
        } finally {
            // After a refusal too: an unordered bulk that failed in part has written the rest.
            commitUpTo(written.incrementAndGet());
        }
    }

    long written() {
        return written.get();
    }

    private static boolean writesItsResult(Document command) {
        return String.valueOf(command.get("pipeline")).matches("(?s).*\\$(out|merge)\\b.*");
    }

    /** One commit serves every write that ended before it. */
    private void commitUpTo(long write) {
        gate.writeLock().lock();
        try {
            if (committed < write) {
                var covered = written.get();
                commit();
                committed = covered;
            }
        } finally {
            gate.writeLock().unlock();
        }
    }
}
