package fr.plisante.mailbox.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.plisante.mailbox.RunningMailbox;
import fr.plisante.mailbox.StoreCommands;
import fr.plisante.mailbox.mailbox.Folder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@RunningMailbox
class NumbersIT {

    @Autowired
    private Numbers numbers;

    @Autowired
    private StoreCommands storeCommands;

    @Test
    void drawsForManyMailboxesInAsManyCommandsAsForOne() {
        var one = mailboxes(1);
        var many = mailboxes(40);

        assertThat(commands(many)).isEqualTo(commands(one)).hasSizeLessThanOrEqualTo(5);
        // Those that have drawn before.
        assertThat(commands(many)).containsExactly("find numbers", "update numbers", "update numbers");
    }

    @Test
    void givesEachNumberOnceHoweverManyDraw() throws Exception {
        var shared = mailboxes(3);

        var drawn = new ArrayList<Long>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = IntStream.range(0, 6)
                    .mapToObj(writer -> threads.submit((Callable<List<Long>>) () -> draws(shared)))
                    .toList();
            for (var writer : writers) {
                drawn.addAll(writer.get());
            }
        }

        assertThat(drawn)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 6 * 20).boxed().toList());
        assertThat(numbers.of(shared.getFirst()).inFlight()).isEmpty();
    }

    @Test
    void callsNumbersThatWereHeldTooLongATroubleOfTheStore() {
        var old = new Draw(UUID.randomUUID(), UUID.randomUUID(), 1, Map.of(), Instant.EPOCH);

        assertThatThrownBy(() -> numbers.requireUsable(List.of(old))).isInstanceOf(TransientDataAccessException.class);
    }

    /** Twenty draws for all of these mailboxes; answers the modSeqs of the first. */
    private List<Long> draws(List<UUID> mailboxes) {
        var modSeqs = new ArrayList<Long>();
        for (var i = 0; i < 20; i++) {
            var draws = numbers.draw(wanted(mailboxes));
            modSeqs.add(draws.get(mailboxes.getFirst()).modSeq());
            numbers.release(draws.values());
        }
        return modSeqs;
    }

    private List<String> commands(List<UUID> mailboxes) {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        try {
            return storeCommands.of(
                    () -> numbers.release(numbers.draw(wanted(mailboxes)).values()));
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    private static List<Numbers.Wanted> wanted(List<UUID> mailboxes) {
        return mailboxes.stream()
                .map(mailboxId -> new Numbers.Wanted(mailboxId, 1, Map.of(Folder.INBOX, 1)))
                .toList();
    }

    private static List<UUID> mailboxes(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).toList();
    }
}
