package fr.plisante.notification.relay;

import fr.plisante.notification.relay.Dispatches.Lane;
import fr.plisante.notification.relay.Dispatches.Mailing;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The threads of one lane: each takes a claimed mail, waits for leave to use the relay, and has it sent. Claims come
 * from whoever has just written them as claimed, and from a look into the store every second.
 *
 * <p>A claim waits here for half of its lease at most; then others may have it.
 */
public final class Dispatch<W> implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final int AT_HAND = 200;
    private static final int A_BATCH = 50;
    private static final int A_SECOND = 1;
    private static final long A_BIT = TimeUnit.MILLISECONDS.toNanos(100);

    private final Lane lane;
    private final Relay relay;
    private final Mailing<W> mailing;
    private final Clock clock;
    private final BlockingQueue<W> queue = new LinkedBlockingQueue<>(AT_HAND);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    Dispatch(Lane lane, Relay relay, Mailing<W> mailing, Clock clock) {
        this.lane = lane;
        this.relay = relay;
        this.mailing = mailing;
        this.clock = clock;
    }

    /**
     * How many claimed mails can be taken now; none while the relay is left alone. A batch's room is kept for what is due
     * in the store, or new mails would pass older ones for ever.
     */
    public int room() {
        return running && !relay.isLeftAlone() ? Math.max(0, queue.remainingCapacity() - A_BATCH) : 0;
    }

    /** Takes claimed mails. Never blocks; what finds no room is given back. */
    public void offer(List<W> claimed) {
        var tooMany = claimed.stream().filter(one -> !queue.offer(one)).toList();
        if (!tooMany.isEmpty()) {
            mailing.giveBack(tooMany);
        }
    }

    /** What the lane's health shows. */
    LaneState state() {
        var alive = threads.stream().filter(Thread::isAlive).count();
        return new LaneState(lane.name(), running && alive < threads.size(), relay.failingSince(), queue.size());
    }

    @Override
    public void start() {
        running = true;
        threads.add(Thread.ofVirtual().name(lane.name() + "-look").start(this::look));
        for (int i = 1; i <= lane.threads(); i++) {
            threads.add(Thread.ofVirtual().name(lane.name() + "-" + i).start(this::work));
        }
    }

    @Override
    public void stop() {
        running = false;
        for (var thread : threads) {
            try {
                // A mail that is under way is brought to its end, or the restart would send it again.
                thread.join(lane.lease());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        threads.clear();
        var left = new ArrayList<W>();
        queue.drainTo(left);
        giveBack(left);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void look() {
        while (running) {
            var more = false;
            try {
                if (queue.remainingCapacity() >= A_BATCH && !relay.isLeftAlone()) {
                    var claimed = mailing.claim(A_BATCH);
                    more = !claimed.isEmpty();
                    offer(claimed);
                }
            } catch (RuntimeException e) {
                LOG.warn("{}: cannot look for what is due; trying again", lane.name(), e);
            }
            if (!more) {
                LockSupport.parkNanos(queue.isEmpty() ? TimeUnit.SECONDS.toNanos(A_SECOND) : A_BIT);
            }
        }
    }

    private void work() {
        try (var connection = relay.connection()) {
            while (running) {
                var claimed = queue.poll(A_SECOND, TimeUnit.SECONDS);
                if (claimed != null) {
                    send(claimed, connection);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(W claimed, Connection connection) {
        try {
            if (reserve(claimed, connection)) {
                mailing.send(claimed, connection::send);
            } else {
                mailing.giveBack(List.of(claimed));
            }
        } catch (RuntimeException e) {
            // Nothing is lost: what was not settled is due again when its lease ends.
            LOG.warn("{}: one stays due", lane.name(), e);
        } finally {
            connection.release();
        }
    }

    /** Waits until the relay may be used and answers; false when the claim gets old or we are stopping. */
    private boolean reserve(W claimed, Connection connection) {
        while (running && isFresh(claimed)) {
            if (connection.reserve()) {
                return true;
            }
            LockSupport.parkNanos(A_BIT);
        }
        return false;
    }

    private boolean isFresh(W claimed) {
        var end = mailing.lease(claimed).due();
        return end != null && clock.instant().isBefore(end.minus(lane.lease().dividedBy(2)));
    }

    private void giveBack(List<W> left) {
        try {
            mailing.giveBack(left);
        } catch (RuntimeException e) {
            LOG.warn("{}: {} claimed mails wait for the end of their lease", lane.name(), left.size(), e);
        }
    }
}
