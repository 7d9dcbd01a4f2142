package fr.plisante.mailbox.sending;

import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.envelope.Envelopes;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mailbox.MailboxKeys;
import java.util.Arrays;
import java.util.Optional;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells a repeated sending from another letter that uses the same draft. */
@Component
class SentBefore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Envelopes envelopes;
    private final MailboxKeys keys;

    SentBefore(Envelopes envelopes, MailboxKeys keys) {
        this.envelopes = envelopes;
        this.keys = keys;
    }

    /** What stands for these words in the store; nobody can guess the words from it. */
    Binary fingerprint(Mailbox from, Words words) {
        return new Binary(keys.fingerprint(from.mailboxId(), JSON.writeValueAsBytes(words)));
    }

    /** What the draft became, if it was sent; a refusal if it was sent with other words. */
    Optional<Envelope> find(Mailbox from, Words words) {
        return envelopes.sentFrom(from.mailboxId(), words.draftId()).map(sent -> {
            if (!Arrays.equals(
                    sent.draft().fingerprint().getData(),
                    fingerprint(from, words).getData())) {
                throw new AlreadySent(sent.envelopeId());
            }
            return sent;
        });
    }
}
