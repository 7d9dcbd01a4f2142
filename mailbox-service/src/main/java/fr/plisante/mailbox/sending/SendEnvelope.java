package fr.plisante.mailbox.sending;

import fr.plisante.mailbox.draft.DeleteDraft;
import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.envelope.Envelopes;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.starter.web.Caller;
import fr.plisante.starter.web.Refusal;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends a draft, once: the insert of the envelope, unique by mailbox and draft, decides. The same request again is
 * answered with what was sent the first time, another one is refused.
 */
@Component
class SendEnvelope {

    private static final Logger LOG = LoggerFactory.getLogger(SendEnvelope.class);

    private final SentBefore sentBefore;
    private final ComposeMessage composeMessage;
    private final SealEnvelope sealEnvelope;
    private final Envelopes envelopes;
    private final DeleteDraft deleteDraft;

    SendEnvelope(
            SentBefore sentBefore,
            ComposeMessage composeMessage,
            SealEnvelope sealEnvelope,
            Envelopes envelopes,
            DeleteDraft deleteDraft) {
        this.sentBefore = sentBefore;
        this.composeMessage = composeMessage;
        this.sealEnvelope = sealEnvelope;
        this.envelopes = envelopes;
        this.deleteDraft = deleteDraft;
    }

    Envelope send(Caller caller, Mailbox from, SendRequest request) {
        try {
            return sendFirst(caller, from, request);
        } catch (Refusal | UncheckedIOException e) {
            // It may have been sent before: then its draft and uploads are gone, and others may be unreachable by now.
            return sentBefore.find(from, request).orElseThrow(() -> e);
        }
    }

    private Envelope sendFirst(Caller caller, Mailbox from, SendRequest request) {
        var message = composeMessage.compose(from, request);
        var envelope = sealEnvelope.seal(caller, message, sentBefore.fingerprint(from, request));
        if (!envelopes.add(envelope)) {
            sealEnvelope.discard(envelope);
            return sentBefore.find(from, request).orElseThrow();
        }
        LOG.info(
                "Sent envelope {} from mailbox {} to {}",
                envelope.envelopeId(),
                from.mailboxId(),
                envelope.recipients().size());
        if (request.hasDraft()) {
            deleteDraft.delete(from.mailboxId(), request.draftId());
        }
        return envelope;
    }
}
