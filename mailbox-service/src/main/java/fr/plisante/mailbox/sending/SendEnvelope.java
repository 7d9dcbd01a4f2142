package fr.plisante.mailbox.sending;

import fr.plisante.events.mailbox.EnvelopeSent;
import fr.plisante.mailbox.blob.BlobId;
import fr.plisante.mailbox.blob.Blobs;
import fr.plisante.mailbox.box.Mailbox;
import fr.plisante.mailbox.box.MailboxKeys;
import fr.plisante.mailbox.box.MessageLimits;
import fr.plisante.mailbox.draft.OutgoingDrafts;
import fr.plisante.mailbox.draft.SendableDraft;
import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.envelope.Envelopes;
import fr.plisante.mailbox.html.LetterHtml;
import fr.plisante.mailbox.mime.ObjectLine;
import fr.plisante.starter.Ids;
import fr.plisante.starter.event.Outbox;
import fr.plisante.starter.web.Caller;
import fr.plisante.starter.web.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends a draft, once: the insert of the envelope, unique by mailbox and draft, decides. The same words again are
 * answered with what was sent the first time, other words are refused.
 */
@Component
class SendEnvelope {

    private static final Logger LOG = LoggerFactory.getLogger(SendEnvelope.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Envelopes envelopes;
    private final OutgoingDrafts drafts;
    private final FindRecipients findRecipients;
    private final SealLetter sealLetter;
    private final Blobs blobs;
    private final MailboxKeys keys;
    private final MessageLimits limits;
    private final Outbox outbox;
    private final Clock clock;

    SendEnvelope(
            Envelopes envelopes,
            OutgoingDrafts drafts,
            FindRecipients findRecipients,
            SealLetter sealLetter,
            Blobs blobs,
            MailboxKeys keys,
            MessageLimits limits,
            Outbox outbox,
            Clock clock) {
        this.envelopes = envelopes;
        this.drafts = drafts;
        this.findRecipients = findRecipients;
        this.sealLetter = sealLetter;
        this.blobs = blobs;
        this.keys = keys;
        this.limits = limits;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What is to be sent, as the writer gave it. */
    record Words(UUID draftId, List<String> to, List<String> cc, String object, String html, List<UUID> uploads) {}

    Envelope send(Caller caller, Mailbox from, Words words) {
        var fingerprint = keys.fingerprint(from.mailboxId(), JSON.writeValueAsBytes(words));
        var before = before(from, words, fingerprint);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            return sendFirst(caller, from, words, fingerprint);
        } catch (Refusal | UncheckedIOException e) {
            // Another tab may have sent the same draft meanwhile and taken its uploads away.
            return before(from, words, fingerprint).orElseThrow(() -> e);
        }
    }

    private Optional<Envelope> before(Mailbox from, Words words, byte[] fingerprint) {
        return envelopes.sentFrom(from.mailboxId(), words.draftId()).map(sent -> {
            if (!Arrays.equals(sent.content().getData(), fingerprint)) {
                throw new AlreadySent(sent.envelopeId());
            }
            return sent;
        });
    }

    private Envelope sendFirst(Caller caller, Mailbox from, Words words, byte[] fingerprint) {
        requireObject(words.object());
        var recipients = recipients(words);
        var draft = drafts.find(from.mailboxId(), words.draftId(), words.uploads());
        var html = LetterHtml.clean(words.html());
        requireSize(html, draft);

        var sentAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var letter = sealLetter.seal(Ids.next(), from, recipients, words.object(), html, draft, sentAt);
        var envelope = envelope(caller, from, words, fingerprint, recipients, draft, letter);
        if (!envelopes.add(envelope)) {
            discard(letter.blob());
            return before(from, words, fingerprint).orElseThrow();
        }
        LOG.info(
                "Sent envelope {} from mailbox {} to {}",
                envelope.envelopeId(),
                from.mailboxId(),
                envelope.recipients().size());
        drafts.sent(from.mailboxId(), words.draftId());
        return envelope;
    }

    private Envelope envelope(
            Caller caller,
            Mailbox from,
            Words words,
            byte[] fingerprint,
            FindRecipients.Found recipients,
            SendableDraft draft,
            SealLetter.Letter letter) {
        var to = recipients.mailboxes().values().stream()
                .map(one -> new Envelope.Recipient(
                        one.mailbox().mailboxId(), one.mailbox().address(), one.role()))
                .toList();
        var sent = new EnvelopeSent(
                letter.envelopeId(),
                from.mailboxId(),
                from.address(),
                from.name(),
                letter.messageId(),
                to.stream()
                        .map(one -> new EnvelopeSent.Recipient(one.mailboxId(), one.address(), one.role()))
                        .toList(),
                letter.size(),
                letter.attachments(),
                letter.sentAt());
        return new Envelope(
                letter.envelopeId(),
                from.mailboxId(),
                words.draftId(),
                new Binary(fingerprint),
                from.regionId(),
                from.address(),
                caller.accountId(),
                caller.acr(),
                letter.messageId(),
                letter.sentAt(),
                to,
                new HashMap<>(),
                letter.summary(),
                letter.contents(),
                letter.blob().value(),
                letter.size(),
                letter.attachments(),
                draft.answers(),
                draft.as(),
                letter.key(),
                Envelope.Stage.ACCEPTED,
                null,
                1,
                List.of(outbox.pending(sent, 1, caller.origin(from.mailboxId()))),
                outbox.due());
    }

    private static void requireObject(String object) {
        if (!ObjectLine.isAcceptable(object)) {
            throw new ObjectInvalid();
        }
    }

    private FindRecipients.Found recipients(Words words) {
        var asked = words.to().size() + words.cc().size();
        if (asked == 0) {
            throw new NoRecipient();
        }
        if (asked > limits.maxRecipients()) {
            throw new TooManyRecipients(limits.maxRecipients());
        }
        var found = findRecipients.find(words.to(), words.cc());
        if (!found.errors().isEmpty()) {
            throw new RecipientUnknown(found.errors());
        }
        return found;
    }

    private void requireSize(String html, SendableDraft draft) {
        var size = html.getBytes(StandardCharsets.UTF_8).length
                + draft.uploads().stream().mapToLong(upload -> upload.size()).sum();
        if (size > limits.maxBytes()) {
            throw new EnvelopeTooLarge(limits.maxBytes() / 1_000_000);
        }
    }

    private void discard(BlobId blob) {
        try {
            blobs.delete(blob);
        } catch (IOException e) {
            LOG.warn("The sweep will delete blob {}: {}", blob.value(), e.toString());
        }
    }
}
