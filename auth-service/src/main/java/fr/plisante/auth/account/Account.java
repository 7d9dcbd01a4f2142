package fr.plisante.auth.account;

import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * What we know of an account besides Keycloak. Public because the driver's record codec must reach it.
 *
 * @param sequence of the latest event that Keycloak has been told
 */
public record Account(@BsonId UUID accountId, long sequence, String timeZone) {}
