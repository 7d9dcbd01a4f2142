package fr.plisante.notification.relay;

import jakarta.mail.MessagingException;
import java.time.Instant;
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
 * Sends what waits in one lane: each thread takes an id, waits for leave to use the relay, opens its connection, claims
 * the mail and sends it. Ids come from whoever has just written them, and from a look into the store every second; an id
 * in this queue is only a hint, the claim decides.
 */
public final class Dispatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final int AT_HAND = 500;
    private static final int A_SECOND = 1;

    private final Lane lane;
    private final Relay relay;
    private final Waiting waiting;
    private final BlockingQueue<String> queue = new LinkedBlockingQueue<>(AT_HAND);
    private final Set<String> queued = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    Dispatch(Lane lane, Relay relay, Waiting waiting) {
        this.lane = lane;
        this.relay = relay;
        this.waiting = waiting;
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
                    offer(waiting.due(Instant.now(), AT_HAND));
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
        } catch (MessagingException e) {
            throw new IllegalStateException("No SMTP provider", e);
        }
    }

    private void send(String id, Connection connection) {
        try {
            if (reach(connection)) {
                waiting.claim(id).ifPresentOrElse(mail -> send(mail, connection), relay::unused);
            }
        } catch (RuntimeException e) {
            // Nothing is lost: what was not settled is due again when its lease ends.
            LOG.warn("{}: {} stays due", lane.name(), id, e);
        } finally {
            queued.remove(id);
        }
    }

    /** Waits until the relay may be used and answers; false only when we are stopping. */
    private boolean reach(Connection connection) {
        while (running) {
            if (!relay.mayUse()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                continue;
            }
            var start = System.nanoTime();
            try {
                connection.open();
                return true;
            } catch (MessagingException e) {
                relay.failed(System.nanoTime() - start, e);
                LOG.warn("{}: the relay does not answer: {}", lane.name(), e.getMessage());
            }
        }
        return false;
    }

    private void send(Waiting.Claimed claimed, Connection connection) {
        var start = System.nanoTime();
        var outcome = connection.send(claimed.mail());
        var took = System.nanoTime() - start;
        if (outcome instanceof Outcome.Lost lost) {
            relay.failed(took, new IllegalStateException(lost.reason()));
        } else {
            relay.worked(took);
        }
        claimed.settle().accept(outcome);
    }
}
