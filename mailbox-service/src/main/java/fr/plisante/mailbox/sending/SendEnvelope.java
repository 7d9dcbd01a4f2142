package fr.plisante.mailbox.sending;

import fr.plisante.mailbox.draft.OutgoingDrafts;
import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.envelope.Envelopes;
import fr.plisante.mailbox.html.LetterHtml;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.starter.web.Caller;
import fr.plisante.starter.web.Refusal;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends a draft, once: the insert of the envelope, unique by mailbox and draft, decides. The same words again are
 * answered with what was sent the first time, other words are refused.
 */
@Component
class SendEnvelope {

    private static final Logger LOG = LoggerFactory.getLogger(SendEnvelope.class);

    private final SentBefore sentBefore;
    private final CheckWords checkWords;
    private final OutgoingDrafts drafts;
    private final SealLetter sealLetter;
    private final Envelopes envelopes;

    SendEnvelope(
            SentBefore sentBefore,
            CheckWords checkWords,
            OutgoingDrafts drafts,
            SealLetter sealLetter,
            Envelopes envelopes) {
        this.sentBefore = sentBefore;
        this.checkWords = checkWords;
        this.drafts = drafts;
        this.sealLetter = sealLetter;
        this.envelopes = envelopes;
    }

    Envelope send(Caller caller, Mailbox from, Words words) {
        var before = sentBefore.find(from, words);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            return sendFirst(caller, from, words);
        } catch (Refusal | UncheckedIOException e) {
            // Another tab may have sent the same draft meanwhile and taken its uploads away.
            return sentBefore.find(from, words).orElseThrow(() -> e);
        }
    }

    private Envelope sendFirst(Caller caller, Mailbox from, Words words) {
        var recipients = checkWords.recipients(words);
        var draft = drafts.find(from.mailboxId(), words.draftId(), words.uploads());
        var html = LetterHtml.clean(words.html());
        checkWords.size(html, draft);

        var fingerprint = sentBefore.fingerprint(from, words);
        var letter = new SealLetter.Letter(from, recipients, words.object(), html, draft, fingerprint);
        var envelope = sealLetter.seal(caller, letter);
        if (!envelopes.add(envelope)) {
            sealLetter.discard(envelope);
            return sentBefore.find(from, words).orElseThrow();
        }
        LOG.info(
                "Sent envelope {} from mailbox {} to {}",
                envelope.envelopeId(),
                from.mailboxId(),
                envelope.recipients().size());
        drafts.sent(from.mailboxId(), words.draftId());
        return envelope;
    }
}
