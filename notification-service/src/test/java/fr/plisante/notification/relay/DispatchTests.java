package fr.plisante.notification.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.plisante.notification.mail.FormFixture;
import fr.plisante.notification.mail.Mail;
import fr.plisante.notification.mail.Mail.Recipient;
import fr.plisante.notification.relay.Dispatches.Lane;
import fr.plisante.notification.relay.Dispatches.Mailing;
import fr.plisante.starter.store.Lease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DispatchTests {

    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final ScriptedRelay server = new ScriptedRelay("PIPELINING");
    private final Work work = new Work();
    private final Dispatch<Integer> dispatch = new Dispatches(
                    new RelaySettings(
                            "127.0.0.1",
                            server.port(),
                            null,
                            null,
                            false,
                            Duration.ofSeconds(5),
                            Duration.ofMillis(200)),
                    FormFixture.form(),
                    Clock.fixed(NOW, ZoneOffset.UTC))
            .lane(new Lane("notices", 2, 1000, LEASE), work);

    @AfterEach
    void stop() throws Exception {
        dispatch.stop();
        server.close();
    }

    @Test
    void sendsWhatIsDueAndWhatItIsHanded() {
        IntStream.range(0, 120).forEach(work.due::add);
        dispatch.start();
        dispatch.offer(List.of(1001, 1002));

        await().untilAsserted(() -> assertThat(work.sent).hasSize(122).doesNotHaveDuplicates());
        assertThat(server.mails()).hasSize(122);
    }

    @Test
    void goesOnAfterOneThatFailsHere() {
        work.due.addAll(List.of(1, Work.BROKEN, Work.BROKEN, Work.BROKEN, 2));
        dispatch.start();

        await().untilAsserted(() -> assertThat(work.sent).containsExactlyInAnyOrder(1, 2));
        assertThat(dispatch.state().hasDeadThreads()).isFalse();
    }

    @Test
    void givesBackAClaimThatHasBecomeOld() {
        work.claimedAt = NOW.minus(LEASE.dividedBy(2));
        work.due.add(1);
        dispatch.start();

        await().untilAsserted(() -> assertThat(work.givenBack).containsExactly(1));
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void takesNoMoreThanThereIsRoomForAndLeavesTheRestWhenItStops() throws Exception {
        server.close();
        assertThat(dispatch.room()).isZero();
        dispatch.start();
        assertThat(dispatch.room()).isPositive();

        var many = IntStream.range(0, 300).boxed().toList();
        dispatch.offer(many);
        assertThat(work.givenBack).hasSizeGreaterThan(90);
        await().until(() -> dispatch.state().failingSince() != null);
        assertThat(dispatch.room()).isZero();
        dispatch.stop();

        assertThat(work.givenBack).containsExactlyInAnyOrderElementsOf(many);
        assertThat(work.sent).isEmpty();
    }

    /** Numbers to be mailed; {@link #BROKEN} ones cannot be made into a mail. */
    private static final class Work implements Mailing<Integer> {

        private static final int BROKEN = -1;

        private final Queue<Integer> due = new ConcurrentLinkedQueue<>();
        private final Queue<Integer> sent = new ConcurrentLinkedQueue<>();
        private final Queue<Integer> givenBack = new ConcurrentLinkedQueue<>();
        private volatile Instant claimedAt = NOW;

        @Override
        public List<Integer> claim(int limit) {
            var claimed = new ArrayList<Integer>();
            for (var next = due.poll(); next != null; next = claimed.size() < limit ? due.poll() : null) {
                claimed.add(next);
            }
            return claimed;
        }

        @Override
        public Lease lease(Integer claimed) {
            return Lease.claimedUntil(claimedAt.plus(LEASE));
        }

        @Override
        public void send(Integer claimed, Function<Mail, Outcome> relay) {
            if (claimed == BROKEN) {
                throw new IllegalStateException("A fault of ours");
            }
            var to = new Recipient("", "lea@courriel.example", Locale.FRANCE);
            if (relay.apply(new Mail(claimed + "@x.example", "notices", to, "s", "text", "html"))
                    instanceof Outcome.Accepted) {
                sent.add(claimed);
            }
        }

        @Override
        public void giveBack(List<Integer> claimed) {
            givenBack.addAll(claimed);
        }
    }
}
