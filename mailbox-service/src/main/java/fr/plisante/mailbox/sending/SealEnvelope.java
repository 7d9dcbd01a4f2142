package fr.plisante.mailbox.sending;

import fr.plisante.events.mailbox.EnvelopeSent;
import fr.plisante.mailbox.audit.AuditRecord;
import fr.plisante.mailbox.blob.BlobId;
import fr.plisante.mailbox.blob.Blobs;
import fr.plisante.mailbox.draft.Draft;
import fr.plisante.mailbox.envelope.Correspondent;
import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.envelope.Envelope.Role;
import fr.plisante.mailbox.envelope.ReplyAction;
import fr.plisante.mailbox.envelope.SealedJson;
import fr.plisante.mailbox.envelope.SealedJson.Content;
import fr.plisante.mailbox.envelope.SealedJson.Summary;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mailbox.Mailboxes;
import fr.plisante.mailbox.mime.MessageText;
import fr.plisante.mailbox.mime.MimePart;
import fr.plisante.mailbox.mime.MimeWriter;
import fr.plisante.mailbox.mime.OutgoingMessage;
import fr.plisante.mailbox.sealing.EnvelopeKey;
import fr.plisante.mailbox.sealing.ServiceKey;
import fr.plisante.starter.event.Outbox;
import fr.plisante.starter.web.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the envelope of a message: the message sealed under a new key, as a stream from the uploads to the blob. */
@Component
class SealEnvelope {

    /** A list shows the first names only; the message itself has them all. */
    private static final int NAMES_IN_LIST = 10;

    private final Blobs blobs;
    private final ServiceKey serviceKey;
    private final Mailboxes mailboxes;
    private final Outbox outbox;

    SealEnvelope(Blobs blobs, ServiceKey serviceKey, Mailboxes mailboxes, Outbox outbox) {
        this.blobs = blobs;
        this.serviceKey = serviceKey;
        this.mailboxes = mailboxes;
        this.outbox = outbox;
    }

    /** The envelope, ready to be inserted; its blob is durable already. */
    Envelope seal(Caller caller, ComposedMessage composed, Binary fingerprint) {
        var envelopeId = composed.envelopeId();
        var from = composed.from();
        var message = composed.message();
        var key = EnvelopeKey.random();
        var writer = new MimeWriter();
        var blob = write(key, writer, message);
        var clear = new Envelope.Message(
                message.messageId(),
                message.date(),
                writer.size(),
                message.attachments().size());
        return new Envelope(
                envelopeId,
                from.mailboxId(),
                new Envelope.FromDraft(composed.draftId(), fingerprint),
                from.regionId(),
                from.structureId(),
                new Envelope.Sender(from.address(), caller.accountId(), caller.acr()),
                clear,
                composed.recipients().all(),
                Map.of(),
                new Envelope.Sealed(
                        SealedJson.summary(key, envelopeId, summary(composed)),
                        blob.value(),
                        SealedJson.content(
                                key, envelopeId, content(composed, writer.parts(), writtenBy(caller, from)))),
                new Binary(serviceKey.wrap(key, envelopeId)),
                replyTo(composed.conversation()),
                null,
                false,
                List.of(new AuditRecord(
                        AuditRecord.Action.SENT, null, caller.accountId().toString(), caller.acr(), message.date())),
                outbox.first(caller.origin(from.mailboxId()), sent(composed, clear)));
    }

    /** Takes back the blob of an envelope that another sending came before. */
    void discard(Envelope envelope) {
        envelope.blob().ifPresent(blobs::forget);
    }

    private BlobId write(EnvelopeKey key, MimeWriter writer, OutgoingMessage message) {
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

    private static EnvelopeSent sent(ComposedMessage composed, Envelope.Message clear) {
        var from = composed.from();
        return new EnvelopeSent(
                composed.envelopeId(),
                from.mailboxId(),
                from.regionId(),
                from.structureId(),
                from.address(),
                from.name(),
                clear.messageId(),
                composed.recipients().all().stream()
                        .map(one -> new EnvelopeSent.Recipient(
                                one.mailboxId(), one.address(), one.role().name()))
                        .toList(),
                clear.size(),
                clear.attachments(),
                clear.sentAt());
    }

    private static Envelope.@Nullable ReplyTo replyTo(Draft.@Nullable Conversation conversation) {
        return conversation == null || conversation.action() == ReplyAction.UNKNOWN
                ? null
                : new Envelope.ReplyTo(conversation.inReplyTo(), conversation.action());
    }

    /** The person who writes for a mailbox that is not their own. */
    private @Nullable String writtenBy(Caller caller, Mailbox from) {
        var writer = caller.accountId().toString();
        return from.shared() ? mailboxes.names(List.of(writer)).get(writer) : null;
    }

    private static Summary summary(ComposedMessage composed) {
        var recipients = composed.recipients();
        var shown = Stream.concat(recipients.in(Role.TO).stream(), recipients.in(Role.CC).stream())
                .limit(NAMES_IN_LIST)
                .toList();
        var message = composed.message();
        return new Summary(
                Correspondent.of(composed.from()), shown, message.subject(), MessageText.preview(message.html()));
    }

    private static Content content(ComposedMessage composed, List<MimePart> parts, @Nullable String writtenBy) {
        var recipients = composed.recipients();
        return new Content(
                Correspondent.of(composed.from()),
                recipients.in(Role.TO),
                recipients.in(Role.CC),
                composed.message().subject(),
                composed.message().references(),
                parts,
                writtenBy);
    }
}
