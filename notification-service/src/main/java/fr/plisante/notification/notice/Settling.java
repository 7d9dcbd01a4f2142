package fr.plisante.notification.notice;

import com.mongodb.MongoException;
import fr.plisante.starter.event.PublishingCollection;
import fr.plisante.starter.event.PublishingCollection.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One write for what many threads have to note at about the same time: whoever comes first writes for all who come while
 * it gathers, or while another writes. Each waits until its own is written; only then a notice counts as sent, so a crash
 * repeats at most one mail for each sending thread.
 */
final class Settling {

    private static final long GATHERING = TimeUnit.MILLISECONDS.toNanos(10);

    private static final class Waiting {

        private final Change<Notice> change;
        private boolean done;
        private @Nullable MongoException failure;

        Waiting(Change<Notice> change) {
            this.change = change;
        }
    }

    private final PublishingCollection<Notice> notices;
    /** As many as there are threads at most: each waits for its own. */
    private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();

    private final ReentrantLock writing = new ReentrantLock();

    Settling(PublishingCollection<Notice> notices) {
        this.notices = notices;
    }

    /** Returns when it is written; fails as the write failed. */
    void settle(Change<Notice> change) {
        var own = new Waiting(change);
        queue.add(own);
        writing.lock();
        try {
            if (!own.done) {
                LockSupport.parkNanos(GATHERING);
                writeAll();
            }
        } finally {
            writing.unlock();
        }
        if (own.failure != null) {
            throw own.failure;
        }
    }

    private void writeAll() {
        var batch = new ArrayList<Waiting>();
        for (var next = queue.poll(); next != null; next = queue.poll()) {
            next.done = true;
            batch.add(next);
        }
        try {
            notices.changeAll(changes(batch));
        } catch (MongoException e) {
            batch.forEach(waiting -> waiting.failure = e);
        }
    }

    private static List<Change<Notice>> changes(List<Waiting> batch) {
        return batch.stream().map(waiting -> waiting.change).toList();
    }
}
