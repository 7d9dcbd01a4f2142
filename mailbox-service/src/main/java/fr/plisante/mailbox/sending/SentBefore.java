package fr.plisante.mailbox.sending;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.plisante.mailbox.draft.FindDrafts;
import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.envelope.Envelopes;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mailbox.MailboxKeys;
import java.security.MessageDigest;
import java.util.Optional;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Tells a repeated sending from another message that uses the same draft. */
@Component
class SentBefore {

    /** Sorted by name, without what is absent or empty: a component added later leaves older requests as they are. */
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_DEFAULT))
            .build();

    private final Envelopes envelopes;
    private final MailboxKeys keys;

    SentBefore(Envelopes envelopes, MailboxKeys keys) {
        this.envelopes = envelopes;
        this.keys = keys;
    }

    /** What stands for this request in the store; nobody can guess the request from it. */
    Binary fingerprint(Mailbox from, SendRequest request) {
        return new Binary(keys.fingerprint(from.mailboxId(), canonical(request)));
    }

    /** The bytes that two requests share when they ask for the same. */
    static byte[] canonical(Object request) {
        return CANONICAL.writeValueAsBytes(request);
    }

    /** What the draft became, if it was sent; a refusal if it was sent otherwise. */
    Optional<Envelope> find(Mailbox from, SendRequest request) {
        return envelopes.sentFrom(from.mailboxId(), request.draftId()).map(sent -> {
            if (!MessageDigest.isEqual(
                    sent.draft().fingerprint().getData(),
                    fingerprint(from, request).getData())) {
                throw FindDrafts.sent(sent);
            }
            return sent;
        });
    }
}
