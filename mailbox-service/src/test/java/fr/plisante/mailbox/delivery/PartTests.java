package fr.plisante.mailbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.envelope.Envelope.Role;
import fr.plisante.starter.event.Outgoing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;

class PartTests {

    @Test
    void putsSmallEnvelopesTogether() {
        var slices = Part.slices(List.of(to(1), to(2), to(1)), 10);

        assertThat(slices).hasSize(1);
        assertThat(slices.getFirst()).allMatch(part -> part.first() && part.last());
    }

    @Test
    void cutsAnEnvelopeHoweverManyRecipientsItHas() {
        var slices = Part.slices(List.of(to(2), to(25), to(1)), 10);

        assertThat(slices)
                .allMatch(slice -> slice.stream().mapToLong(part -> part.size()).sum() <= 11);
        var parts = slices.stream().flatMap(List::stream).toList();
        assertThat(parts.stream().mapToInt(part -> part.recipients().size()).sum())
                .isEqualTo(28);
        assertThat(parts).filteredOn(Part::first).hasSize(3);
        assertThat(parts).filteredOn(Part::last).hasSize(3);
        assertThat(parts.getLast().envelope().recipients()).hasSize(1);
    }

    @Test
    void countsEachEntryOnce() {
        var parts =
                Part.slices(List.of(to(7)), 3).stream().flatMap(List::stream).toList();

        assertThat(parts.stream().mapToInt(Part::size).sum()).isEqualTo(8);
        assertThat(parts.stream().flatMap(part -> part.recipients().stream()))
                .hasSize(7)
                .doesNotHaveDuplicates();
    }

    @Test
    void hasNoSliceOfNothing() {
        assertThat(Part.slices(List.of(), 10)).isEmpty();
    }

    private static Envelope to(int recipients) {
        var now = Instant.parse("2026-12-01T07:00:00Z");
        return new Envelope(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new Envelope.FromDraft(UUID.randomUUID(), new Binary(new byte[0])),
                "oc",
                null,
                new Envelope.Sender("jeanne@oc.mssante.example", UUID.randomUUID(), 2),
                new Envelope.Message("<1@mssante.example>", now, 1, 0),
                Stream.generate(() -> new Envelope.Recipient(UUID.randomUUID(), "paul@oc.mssante.example", Role.TO))
                        .limit(recipients)
                        .toList(),
                Map.of(),
                null,
                null,
                null,
                null,
                false,
                List.of(),
                Outgoing.none(1));
    }
}
