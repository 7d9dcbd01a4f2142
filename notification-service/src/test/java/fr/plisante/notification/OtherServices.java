package fr.plisante.notification;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import fr.plisante.events.Event;
import fr.plisante.starter.Ids;
import fr.plisante.starter.event.Origin;
import fr.plisante.starter.event.Outbox;
import fr.plisante.starter.event.Outgoing;
import fr.plisante.starter.event.PendingEvent;
import fr.plisante.starter.event.Publishing;
import fr.plisante.starter.event.PublishingCollection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;

/** Publishes events as the other services do, and as often as a test wants. */
public final class OtherServices {

    /** A document that is there for its events. */
    public record Published(@BsonId UUID id, Outgoing outgoing) implements Publishing {

        @Override
        public Bson key() {
            return Filters.eq("_id", id);
        }
    }

    private final Outbox outbox;
    private final PublishingCollection<Published> published;

    OtherServices(MongoDatabase database, Outbox outbox) {
        this.outbox = outbox;
        this.published = outbox.publishing(database.getCollection("published", Published.class));
    }

    PendingEvent event(Event event, long sequence) {
        return outbox.at(sequence, Origin.service("test"), event).pending().getFirst();
    }

    void publish(PendingEvent... events) {
        var due = Instant.parse("2099-01-01T00:00:00Z");
        published.insertUnlessThere(new Published(Ids.next(), new Outgoing(1, List.of(events), due)));
    }
}
