package fr.plisante.starter;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Ids are UUID version 7 (RFC 9562), made by the service that owns the thing. */
public final class Ids {

    private Ids() {}

    /** A new id; later ones sort after earlier ones. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
