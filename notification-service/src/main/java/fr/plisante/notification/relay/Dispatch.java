package fr.plisante.notification.relay;

import fr.plisante.notification.relay.Dispatches.Lane;
import fr.plisante.notification.relay.Dispatches.Mailing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The threads of one lane: each takes an id, waits for leave to use the relay, opens its connection and has the mail
 * sent. Ids come from whoever has just written them, and from a look into the store every second; an id in this queue is
 * only a hint, the claim decides.
 */
public final class Dispatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final int AT_HAND = 500;
    private static final int A_SECOND = 1;

    private final Lane lane;
    private final Relay relay;
    private final Mailing mailing;
    private final BlockingQueue<String> queue = new LinkedBlockingQueue<>(AT_HAND);
    private final Set<String> queued = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    Dispatch(Lane lane, Relay relay, Mailing mailing) {
        this.lane = lane;
        this.relay = relay;
        this.mailing = mailing;
    }

    /** Says that these are due now. Never blocks; what finds no room is found by the next look. */
    public void offer(Collection<String> ids) {
        for (var id : ids) {
            if (queued.add(id) && !queue.offer(id)) {
                queued.remove(id);
                return;
            }
        }
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
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void look() {
        while (running) {
            try {
                if (queue.size() < AT_HAND / 2 && !relay.isLeftAlone()) {
                    offer(mailing.due(AT_HAND));
                }
            } catch (RuntimeException e) {
                LOG.warn("{}: cannot look for what is due; trying again", lane.name(), e);
            }
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(A_SECOND));
        }
    }

    private void work() {
        try (var connection = relay.connection()) {
            while (running) {
                var id = queue.poll(A_SECOND, TimeUnit.SECONDS);
                if (id != null) {
                    send(id, connection);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(String id, Connection connection) {
        try {
            if (reserve(connection)) {
                mailing.send(id, connection::send);
            }
        } catch (RuntimeException e) {
            // Nothing is lost: what was not settled is due again when its lease ends.
            LOG.warn("{}: {} stays due", lane.name(), id, e);
        } finally {
            connection.release();
            queued.remove(id);
        }
    }

    /** Waits until the relay may be used and answers; false only when we are stopping. */
    private boolean reserve(Connection connection) {
        while (running) {
            if (connection.reserve()) {
                return true;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        return false;
    }
}
