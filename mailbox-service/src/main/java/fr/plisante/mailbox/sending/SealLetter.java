package fr.plisante.mailbox.sending;

import fr.plisante.mailbox.blob.BlobId;
import fr.plisante.mailbox.blob.Blobs;
import fr.plisante.mailbox.box.Mailbox;
import fr.plisante.mailbox.draft.SendableDraft;
import fr.plisante.mailbox.envelope.Contents;
import fr.plisante.mailbox.envelope.Sealed;
import fr.plisante.mailbox.envelope.Summary;
import fr.plisante.mailbox.mime.LetterText;
import fr.plisante.mailbox.mime.MimeLetter;
import fr.plisante.mailbox.mime.MimeLetter.Person;
import fr.plisante.mailbox.mime.MimePart;
import fr.plisante.mailbox.mime.MimeStructure;
import fr.plisante.mailbox.mime.MimeWriter;
import fr.plisante.mailbox.sealing.EnvelopeKey;
import fr.plisante.mailbox.sealing.ServiceKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;

/** Writes the canonical message of a letter, sealed under a new key, as a stream from its uploads to its blob. */
@Component
class SealLetter {

    /** A list shows the first names only; the letter itself has them all. */
    private static final int NAMES_IN_LIST = 10;

    private final Blobs blobs;
    private final ServiceKey serviceKey;
    private final OperatorSettings operator;

    SealLetter(Blobs blobs, ServiceKey serviceKey, OperatorSettings operator) {
        this.blobs = blobs;
        this.serviceKey = serviceKey;
        this.operator = operator;
    }

    /** A letter that is sealed and durable, though no document names it yet. */
    record Letter(
            UUID envelopeId,
            String messageId,
            Instant sentAt,
            BlobId blob,
            Binary summary,
            Binary contents,
            Binary key,
            long size,
            int attachments) {}

    Letter seal(
            UUID envelopeId,
            Mailbox sender,
            FindRecipients.Found recipients,
            String object,
            String html,
            SendableDraft draft,
            Instant sentAt) {
        var from = new Person(sender.name(), sender.address());
        var message = new MimeLetter(
                "<" + envelopeId + "@" + operator.domain() + ">",
                sentAt,
                from,
                recipients.to(),
                recipients.cc(),
                object,
                html,
                LetterText.of(html),
                draft.inReplyTo(),
                draft.references(),
                draft.uploads());
        var key = EnvelopeKey.random();
        var written = write(key, message);
        var parts = written.structure().parts();
        var summary = new Summary(
                from,
                Stream.concat(message.to().stream(), message.cc().stream())
                        .limit(NAMES_IN_LIST)
                        .toList(),
                object,
                LetterText.preview(html));
        var contents = new Contents(from, message.to(), message.cc(), object, message.references(), parts);
        return new Letter(
                envelopeId,
                message.messageId(),
                sentAt,
                written.blob(),
                Sealed.summary(key, envelopeId, summary),
                Sealed.contents(key, envelopeId, contents),
                new Binary(serviceKey.wrap(key, envelopeId)),
                written.structure().size(),
                (int) parts.stream().filter(MimePart::attachment).count());
    }

    private record Written(BlobId blob, MimeStructure structure) {}

    private Written write(EnvelopeKey key, MimeLetter message) {
        var structure = new AtomicReference<>(new MimeStructure(List.of(), 0));
        try {
            var blob = blobs.write(out -> {
                try (var sealing = key.sealing(out)) {
                    structure.set(MimeWriter.write(message, sealing));
                }
            });
            return new Written(blob, structure.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
