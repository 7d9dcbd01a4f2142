package fr.plisante.registration.address;

import java.time.Instant;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A reserved address. It is written before the account or mailbox that gets it; if that was then not written, the same
 * request repeated gets the same address. Public because the driver's record codec must reach it.
 *
 * @param address lower case, the document's key
 * @param reservedFor idempotency key of the request
 */
public record Address(@BsonId String address, UUID reservedFor, String fingerprint, Instant reservedAt) {}
