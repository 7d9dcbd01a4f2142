package fr.plisante.mailbox.sending;

import fr.plisante.events.mailbox.EnvelopeSent;
import fr.plisante.mailbox.blob.BlobId;
import fr.plisante.mailbox.blob.Blobs;
import fr.plisante.mailbox.draft.SendableDraft;
import fr.plisante.mailbox.envelope.Content;
import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.envelope.Sealed;
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
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.types.Binary;
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
                        .map(one -> new EnvelopeSent.Recipient(one.mailboxId(), one.address(), one.role()))
                        .toList(),
                writer.size(),
                attachments,
                message.date());
        return new Envelope(
                envelopeId,
                sender.mailboxId(),
                letter.draft().draftId(),
                letter.fingerprint(),
                sender.regionId(),
                sender.address(),
                caller.accountId(),
                caller.acr(),
                message.messageId(),
                message.date(),
                recipients,
                new HashMap<>(),
                Sealed.summary(key, envelopeId, summary(message)),
                Sealed.contents(key, envelopeId, contents(message, writer.parts())),
                blob.value(),
                writer.size(),
                attachments,
                letter.draft().answers(),
                letter.draft().as(),
                new Binary(serviceKey.wrap(key, envelopeId)),
                Envelope.Stage.ACCEPTED,
                null,
                1,
                List.of(outbox.pending(sent, 1, caller.origin(sender.mailboxId()))),
                outbox.due());
    }

    /** Takes back the blob of an envelope that another sending came before. */
    void discard(Envelope envelope) {
        var blob = envelope.blob();
        if (blob == null) {
            return;
        }
        try {
            blobs.delete(new BlobId(blob));
        } catch (IOException e) {
            LOG.warn("The sweep will delete blob {}: {}", blob, e.toString());
        }
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

    private static Summary summary(MimeLetter message) {
        var shown = Stream.concat(message.to().stream(), message.cc().stream())
                .limit(NAMES_IN_LIST)
                .toList();
        return new Summary(message.from(), shown, message.object(), LetterText.preview(message.html()));
    }

    private static Content contents(MimeLetter message, List<MimePart> parts) {
        return new Content(message.from(), message.to(), message.cc(), message.object(), message.references(), parts);
    }
}
