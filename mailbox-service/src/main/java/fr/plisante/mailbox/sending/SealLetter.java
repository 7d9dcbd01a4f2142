package fr.plisante.mailbox.sending;

import fr.plisante.events.mailbox.EnvelopeSent;
import fr.plisante.mailbox.audit.AuditRecord;
import fr.plisante.mailbox.blob.BlobId;
import fr.plisante.mailbox.blob.Blobs;
import fr.plisante.mailbox.draft.SendableDraft;
import fr.plisante.mailbox.envelope.Content;
import fr.plisante.mailbox.envelope.Correspondent;
import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.envelope.Envelope.Role;
import fr.plisante.mailbox.envelope.ReplyAction;
import fr.plisante.mailbox.envelope.SealedJson;
import fr.plisante.mailbox.envelope.Summary;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mime.LetterText;
import fr.plisante.mailbox.mime.MimeLetter;
import fr.plisante.mailbox.mime.MimeLetter.Person;
import fr.plisante.mailbox.mime.MimePart;
import fr.plisante.mailbox.mime.MimeWriter;
import fr.plisante.mailbox.sealing.EnvelopeKey;
import fr.plisante.mailbox.sealing.ServiceKey;
import fr.plisante.starter.Ids;
import fr.plisante.starter.event.Outbox;
import fr.plisante.starter.web.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes an envelope of a letter: its message sealed under a new key, as a stream from the uploads to the blob. */
@Component
class SealLetter {

    private static final Logger LOG = LoggerFactory.getLogger(SealLetter.class);
    /** A list shows the first names only; the letter itself has them all. */
    private static final int NAMES_IN_LIST = 10;

    private final Blobs blobs;
    private final ServiceKey serviceKey;
    private final OperatorSettings operator;
    private final Outbox outbox;
    private final Clock clock;

    SealLetter(Blobs blobs, ServiceKey serviceKey, OperatorSettings operator, Outbox outbox, Clock clock) {
        this.blobs = blobs;
        this.serviceKey = serviceKey;
        this.operator = operator;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A letter that may be sent. */
    record Letter(
            Mailbox sender,
            FindRecipients.Found recipients,
            String object,
            String html,
            SendableDraft draft,
            Binary fingerprint) {}

    /** The envelope, ready to be inserted; its blob is durable already. */
    Envelope seal(Caller caller, Letter letter) {
        var envelopeId = Ids.next();
        var key = EnvelopeKey.random();
        var message = message(envelopeId, letter);
        var writer = new MimeWriter();
        var blob = write(key, writer, message);
        var attachments = message.attachments().size();
        var sender = letter.sender();
        var recipients = recipients(letter);
        var sent = new EnvelopeSent(
                envelopeId,
                sender.mailboxId(),
                sender.regionId(),
                sender.structureId(),
                sender.address(),
                sender.name(),
                message.messageId(),
                recipients.stream()
                        .map(one -> new EnvelopeSent.Recipient(
                                one.mailboxId(), one.address(), one.role().name()))
                        .toList(),
                writer.size(),
                attachments,
                message.date());
        return new Envelope(
                envelopeId,
                sender.mailboxId(),
                new Envelope.FromDraft(letter.draft().draftId(), letter.fingerprint()),
                sender.regionId(),
                sender.workplace().structureId(),
                new Envelope.Sender(sender.address(), caller.accountId(), caller.acr()),
                new Envelope.Message(message.messageId(), message.date(), writer.size(), attachments),
                recipients,
                Map.of(),
                new Envelope.Sealed(
                        SealedJson.summary(key, envelopeId, summary(letter)),
                        blob.value(),
                        SealedJson.content(key, envelopeId, content(letter, message, writer.parts()))),
                new Binary(serviceKey.wrap(key, envelopeId)),
                replyTo(letter.draft()),
                null,
                false,
                List.of(new AuditRecord(
                        AuditRecord.Action.SENT, null, caller.accountId().toString(), caller.acr(), message.date())),
                1,
                List.of(outbox.pending(sent, 1, caller.origin(sender.mailboxId()))),
                outbox.due());
    }

    /** Takes back the blob of an envelope that another sending came before. */
    void discard(Envelope envelope) {
        envelope.blob().ifPresent(blob -> {
            try {
                blobs.delete(blob);
            } catch (IOException e) {
                LOG.warn("The sweep will delete blob {}: {}", blob.value(), e.toString());
            }
        });
    }

    private static Envelope.@Nullable ReplyTo replyTo(SendableDraft draft) {
        return draft.answers() == null || draft.as() == null
                ? null
                : new Envelope.ReplyTo(
                        draft.answers(),
                        ReplyAction.valueOf(draft.as().toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private MimeLetter message(UUID envelopeId, Letter letter) {
        var draft = letter.draft();
        return new MimeLetter(
                "<" + envelopeId + "@" + operator.domain() + ">",
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                new Person(letter.sender().name(), letter.sender().address()),
                letter.recipients().to(),
                letter.recipients().cc(),
                letter.object(),
                letter.html(),
                LetterText.of(letter.html()),
                draft.inReplyTo(),
                draft.references(),
                draft.uploads());
    }

    private BlobId write(EnvelopeKey key, MimeWriter writer, MimeLetter message) {
        try {
            return blobs.write(out -> {
                try (var sealing = key.sealing(out)) {
                    writer.write(message, sealing);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Envelope.Recipient> recipients(Letter letter) {
        return letter.recipients().mailboxes().values().stream()
                .map(one -> new Envelope.Recipient(
                        one.mailbox().mailboxId(), one.mailbox().address(), one.role()))
                .toList();
    }

    private static Summary summary(Letter letter) {
        var shown = letter.recipients().mailboxes().values().stream()
                .limit(NAMES_IN_LIST)
                .map(FindRecipients.Addressed::correspondent)
                .toList();
        return new Summary(
                Correspondent.of(letter.sender()), shown, letter.object(), LetterText.preview(letter.html()));
    }

    private static Content content(Letter letter, MimeLetter message, List<MimePart> parts) {
        return new Content(
                Correspondent.of(letter.sender()),
                correspondents(letter, Role.TO),
                correspondents(letter, Role.CC),
                message.object(),
                message.references(),
                parts);
    }

    private static List<Correspondent> correspondents(Letter letter, Role role) {
        return letter.recipients().mailboxes().values().stream()
                .filter(one -> one.role() == role)
                .map(FindRecipients.Addressed::correspondent)
                .toList();
    }
}
