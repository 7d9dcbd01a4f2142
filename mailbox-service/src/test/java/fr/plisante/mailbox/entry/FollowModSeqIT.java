package fr.plisante.mailbox.entry;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.mailbox.RunningMailbox;
import fr.plisante.mailbox.envelope.EnvelopeRef;
import fr.plisante.mailbox.mailbox.Folder;
import fr.plisante.mailbox.number.Draw;
import fr.plisante.mailbox.number.Numbers;
import fr.plisante.starter.event.Outgoing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RunningMailbox
class FollowModSeqIT {

    private static final int WRITERS = 8;
    private static final int BATCHES = 25;

    @Autowired
    private Entries entries;

    @Autowired
    private Numbers numbers;

    private final UUID mailboxId = UUID.randomUUID();

    @Test
    void missesNothingWhileEightWritersWork() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> threads.submit((Callable<List<String>>) this::writeBatches))
                    .toList();
            var followed = threads.submit(() -> follow(writers, byModSeq()));
            var listed = threads.submit(() -> follow(writers, byUid()));

            var written = new HashSet<String>();
            for (var writer : writers) {
                written.addAll(writer.get());
            }
            assertThat(followed.get()).isEqualTo(written);
            assertThat(listed.get()).isEqualTo(written);
        }
    }

    private List<String> writeBatches() {
        var written = new ArrayList<String>();
        for (int batch = 0; batch < BATCHES; batch++) {
            var size = 1 + batch % 4;
            var draw = numbers.draw(new Numbers.Wanted(mailboxId, size, Map.of(Folder.INBOX, size)));
            var added = IntStream.range(0, size).mapToObj(i -> entry(draw)).toList();
            entries.add(added);
            numbers.release(List.of(draw));
            added.forEach(entry -> written.add(entry.entryId()));
        }
        return written;
    }

    private Entry entry(Draw draw) {
        var envelopeId = UUID.randomUUID();
        var entryId = Entry.received(envelopeId);
        return new Entry(
                Entry.id(mailboxId, entryId),
                mailboxId,
                entryId,
                new EnvelopeRef(envelopeId, mailboxId),
                "oc",
                new Entry.Place(Folder.INBOX, draw.uid(Folder.INBOX)),
                draw.modSeq(),
                Entry.Flags.NEW,
                null,
                1,
                0,
                Instant.now(),
                List.of(),
                null,
                List.of(),
                Outgoing.none(1));
    }

    /** Reads on from the last number seen, never back, until the writers are done and nothing is left. */
    private static Set<String> follow(List<? extends Future<?>> writers, Reader reader) {
        var seen = new HashSet<String>();
        long last = 0;
        while (true) {
            var done = writers.stream().allMatch(Future::isDone);
            var page = reader.after(last);
            for (var entry : page) {
                seen.add(entry.entryId());
                last = reader.number(entry);
            }
            if (done && page.isEmpty()) {
                return seen;
            }
        }
    }

    private Reader byModSeq() {
        return new Reader(last -> entries.changedAfter(mailboxId, last, 50).entries(), Entry::modSeq);
    }

    /** A list shows the latest first: whatever is newer than the last one seen must be on the page. */
    private Reader byUid() {
        return new Reader(
                last -> entries.page(mailboxId, Folder.INBOX, Long.MAX_VALUE, 1_000).reversed().stream()
                        .filter(entry -> entry.place().uid() > last)
                        .toList(),
                entry -> entry.place().uid());
    }

    private record Reader(LongFunction<List<Entry>> read, ToLongFunction<Entry> of) {

        List<Entry> after(long last) {
            return read.apply(last);
        }

        long number(Entry entry) {
            return of.applyAsLong(entry);
        }
    }

    @Test
    void holdsReadersBackWhileADrawIsInFlight() {
        var first = numbers.draw(new Numbers.Wanted(mailboxId, 1, Map.of(Folder.INBOX, 1)));
        var second = numbers.draw(new Numbers.Wanted(mailboxId, 1, Map.of(Folder.INBOX, 1)));
        var late = entry(first);
        var early = entry(second);
        entries.add(List.of(early));
        numbers.release(List.of(second));

        assertThat(entries.changedAfter(mailboxId, 0, 10).entries()).isEmpty();
        assertThat(entries.page(mailboxId, Folder.INBOX, Long.MAX_VALUE, 10)).isEmpty();
        entries.add(List.of(late));
        numbers.release(List.of(first));

        assertThat(entries.changedAfter(mailboxId, 0, 10).entries())
                .extracting(Entry::entryId)
                .containsExactly(late.entryId(), early.entryId());
        assertThat(entries.page(mailboxId, Folder.INBOX, Long.MAX_VALUE, 10))
                .extracting(Entry::entryId)
                .containsExactly(early.entryId(), late.entryId());
    }
}
