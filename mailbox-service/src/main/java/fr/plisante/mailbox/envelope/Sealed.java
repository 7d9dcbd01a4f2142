package fr.plisante.mailbox.envelope;

import fr.plisante.mailbox.sealing.EnvelopeKey;
import java.util.UUID;
import org.bson.types.Binary;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The sealed form of what an envelope says in words: JSON under the envelope's key. */
public final class Sealed {

    /** Messages outlive versions of this service: what a newer one wrote beside, an older one passes over. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Sealed() {}

    /** Seals a summary. */
    public static Binary summary(EnvelopeKey key, UUID envelopeId, Summary summary) {
        return new Binary(key.seal(JSON.writeValueAsBytes(summary), "summary:" + envelopeId));
    }

    /** Opens a summary. */
    public static Summary summary(EnvelopeKey key, UUID envelopeId, Binary sealed) {
        return JSON.readValue(key.open(sealed.getData(), "summary:" + envelopeId), Summary.class);
    }

    /** Seals contents. */
    public static Binary contents(EnvelopeKey key, UUID envelopeId, Content contents) {
        return new Binary(key.seal(JSON.writeValueAsBytes(contents), "contents:" + envelopeId));
    }

    /** Opens contents. */
    public static Content contents(EnvelopeKey key, UUID envelopeId, Binary sealed) {
        return JSON.readValue(key.open(sealed.getData(), "contents:" + envelopeId), Content.class);
    }
}
