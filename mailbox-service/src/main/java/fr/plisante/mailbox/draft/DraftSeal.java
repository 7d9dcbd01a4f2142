package fr.plisante.mailbox.draft;

import fr.plisante.mailbox.mailbox.MailboxKeys;
import fr.plisante.mailbox.sealing.EnvelopeKey;
import java.util.UUID;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Seals what a draft says in words under the draft's key, and that key for its mailbox. */
@Component
class DraftSeal {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final MailboxKeys keys;

    DraftSeal(MailboxKeys keys) {
        this.keys = keys;
    }

    Binary wrap(UUID mailboxId, UUID draftId, EnvelopeKey key) {
        return new Binary(keys.wrap(mailboxId, key, "draft:" + draftId));
    }

    EnvelopeKey key(Draft draft) {
        return keys.unwrap(draft.mailboxId(), draft.key().getData(), "draft:" + draft.draftId());
    }

    static Binary words(EnvelopeKey key, UUID draftId, Words words) {
        return new Binary(key.seal(JSON.writeValueAsBytes(words), "words:" + draftId));
    }

    static Words words(EnvelopeKey key, Draft draft) {
        return JSON.readValue(key.open(draft.words().getData(), "words:" + draft.draftId()), Words.class);
    }

    static Binary about(EnvelopeKey key, UUID uploadId, FileAbout about) {
        return new Binary(key.seal(JSON.writeValueAsBytes(about), "upload:" + uploadId));
    }

    static FileAbout about(EnvelopeKey key, Draft.Upload upload) {
        return JSON.readValue(key.open(upload.about().getData(), "upload:" + upload.uploadId()), FileAbout.class);
    }
}
