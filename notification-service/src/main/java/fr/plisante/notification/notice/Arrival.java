package fr.plisante.notification.notice;

import fr.plisante.events.mailbox.EnvelopeDelivered;
import fr.plisante.starter.event.ReceivedEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;

/** An envelope in a mailbox; kept as long as nobody is known who could be told of it. */
public record Arrival(@BsonId UUID causeId, UUID mailboxId, Notice.Envelope envelope) {

    static Arrival from(ReceivedEvent<EnvelopeDelivered> received) {
        var event = received.event();
        return new Arrival(
                received.id(),
                event.mailboxId(),
                new Notice.Envelope(
                        event.mailboxId(),
                        event.entryId(),
                        event.toAddress(),
                        event.fromName(),
                        event.fromAddress(),
                        event.deliveredAt()));
    }

    /** One notice for each member. */
    List<Notice> notices(Audience audience, Instant now) {
        return audience.members().stream()
                .map(member -> Notice.ofEnvelope(causeId, member, audience.regionId(), envelope, now))
                .toList();
    }
}
