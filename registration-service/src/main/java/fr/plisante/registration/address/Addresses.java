package fr.plisante.registration.address;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import fr.plisante.registration.idempotency.Command;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The addresses ever reserved; none is ever deleted or used again. */
@Repository
class Addresses {

    private final MongoCollection<Address> collection;

    Addresses(MongoDatabase database) {
        collection = database.getCollection("addresses", Address.class);
        collection.createIndex(Indexes.ascending("reservedFor"));
    }

    Optional<String> reservedFor(Command command) {
        var address = collection.find(eq("reservedFor", command.key())).first();
        if (address == null) {
            return Optional.empty();
        }
        command.mustBeLike(address.fingerprint());
        return Optional.of(address.address());
    }

    boolean take(String address, Command command) {
        try {
            collection.insertOne(new Address(address, command.key(), command.fingerprint(), Instant.now()));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // The same request, sent twice at once, may have taken it a moment ago.
            var taken = collection.find(eq("_id", address)).first();
            return taken != null && taken.reservedFor().equals(command.key());
        }
    }
}
