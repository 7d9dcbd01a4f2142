package fr.plisante.mailbox.envelope;

import fr.plisante.mailbox.mime.MimePart;
import fr.plisante.mailbox.sealing.EnvelopeKey;
import java.util.List;
import java.util.UUID;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The sealed form of what an envelope holds: JSON under the envelope's key. */
public final class SealedJson {

    /** Messages outlive versions of this service: what a newer one wrote beside, an older one passes over. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private SealedJson() {}

    /** Seals a summary. */
    public static Binary summary(EnvelopeKey key, UUID envelopeId, Summary summary) {
        return new Binary(key.seal(JSON.writeValueAsBytes(summary), "summary:" + envelopeId));
    }

    /** Opens a summary. */
    public static Summary summary(EnvelopeKey key, UUID envelopeId, Binary sealed) {
        return JSON.readValue(key.open(sealed.getData(), "summary:" + envelopeId), Summary.class);
    }

    /** Seals content. */
    public static Binary content(EnvelopeKey key, UUID envelopeId, Content content) {
        return new Binary(key.seal(JSON.writeValueAsBytes(content), "content:" + envelopeId));
    }

    /** Opens content. */
    public static Content content(EnvelopeKey key, UUID envelopeId, Binary sealed) {
        return JSON.readValue(key.open(sealed.getData(), "content:" + envelopeId), Content.class);
    }

    /** What a list shows of a message; sealed in the envelope and, byte for byte, in each entry. */
    public record Summary(Correspondent from, List<Correspondent> to, String subject, String preview) {}

    /**
     * The parsed headers and parts of a message; sealed in the envelope.
     *
     * @param writtenBy the person who wrote it for a mailbox that is not their own
     */
    public record Content(
            Correspondent from,
            List<Correspondent> to,
            List<Correspondent> cc,
            String subject,
            List<String> references,
            List<MimePart> parts,
            @Nullable String writtenBy) {}
}
