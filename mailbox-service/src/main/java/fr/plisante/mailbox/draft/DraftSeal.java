package fr.plisante.mailbox.draft;

import fr.plisante.mailbox.mailbox.MailboxKeys;
import fr.plisante.mailbox.sealing.EnvelopeKey;
import java.util.UUID;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Seals the text of a draft and what is known of its files under the draft's key, and that key for its mailbox. */
@Component
public class DraftSeal {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final MailboxKeys keys;

    DraftSeal(MailboxKeys keys) {
        this.keys = keys;
    }

    /** Wraps the key of a new draft. */
    public Binary wrap(UUID mailboxId, UUID draftId, EnvelopeKey key) {
        return new Binary(keys.wrap(mailboxId, key, "draft:" + draftId));
    }

    /** The key of a draft. */
    public EnvelopeKey key(Draft draft) {
        return keys.unwrap(draft.mailboxId(), draft.key().getData(), "draft:" + draft.draftId());
    }

    /** Seals a text. */
    public static Binary text(EnvelopeKey key, UUID draftId, DraftText text) {
        return new Binary(key.seal(JSON.writeValueAsBytes(text), "text:" + draftId));
    }

    /** Opens the text of a draft. */
    public static DraftText text(EnvelopeKey key, Draft draft) {
        return JSON.readValue(key.open(draft.text().getData(), "text:" + draft.draftId()), DraftText.class);
    }

    /** Seals what is known of a file. */
    public static Binary about(EnvelopeKey key, UUID uploadId, FileAbout about) {
        return new Binary(key.seal(JSON.writeValueAsBytes(about), "upload:" + uploadId));
    }

    /** Opens what is known of a file. */
    public static FileAbout about(EnvelopeKey key, Draft.Upload upload) {
        return JSON.readValue(key.open(upload.about().getData(), "upload:" + upload.uploadId()), FileAbout.class);
    }

    /** What an uploaded file is called, what it is said to be, and its SHA-256 in hexadecimal. Stored as sealed JSON. */
    public record FileAbout(String name, String type, String sha256) {}
}
