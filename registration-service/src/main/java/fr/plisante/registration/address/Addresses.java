package fr.plisante.registration.address;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import fr.plisante.registration.idempotency.Command;
import fr.plisante.starter.store.Documents;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.springframework.stereotype.Repository;

/** All addresses ever reserved; none is deleted or used again. */
@Repository
class Addresses {

    /**
     * A reserved address. It is written before the account or mailbox that gets it; if that was then not written, the
     * same request repeated gets the same address. Public because the driver's record codec must reach it.
     *
     * @param address lower case, the document's key
     * @param reservedFor idempotency key of the request
     */
    public record Address(@BsonId String address, UUID reservedFor, String fingerprint, Instant reservedAt) {}

    private final MongoCollection<Address> addresses;
    private final Clock clock;

    Addresses(MongoDatabase database, Clock clock) {
        this.addresses = database.getCollection("addresses", Address.class);
        this.clock = clock;
        addresses.createIndex(Indexes.ascending("reservedFor"));
    }

    Optional<String> reservedFor(Command command) {
        var address = addresses.find(Filters.eq("reservedFor", command.key())).first();
        if (address == null) {
            return Optional.empty();
        }
        command.mustBeLike(address.fingerprint());
        return Optional.of(address.address());
    }

    boolean take(String address, Command command) {
        if (Documents.insertUnlessThere(
                addresses, new Address(address, command.key(), command.fingerprint(), clock.instant()))) {
            return true;
        }
        // The same request, sent twice at once, may have taken it a moment ago.
        var taken = addresses.find(Filters.eq("_id", address)).first();
        return taken != null && taken.reservedFor().equals(command.key());
    }
}
