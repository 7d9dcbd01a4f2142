package fr.plisante.mailbox.entry;

import fr.plisante.mailbox.blob.BlobId;
import fr.plisante.mailbox.blob.Blobs;
import fr.plisante.mailbox.envelope.Content;
import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.envelope.Envelopes;
import fr.plisante.mailbox.envelope.Sealed;
import fr.plisante.mailbox.envelope.Summary;
import fr.plisante.mailbox.html.LetterHtml;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mailbox.MailboxKeys;
import fr.plisante.mailbox.mime.MimePart;
import fr.plisante.mailbox.mime.MimeReader;
import fr.plisante.mailbox.sealing.EnvelopeKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens what is sealed, with the key that the mailbox holds of each letter. */
@Component
public class Messages {

    private final Entries entries;
    private final Envelopes envelopes;
    private final MailboxKeys keys;
    private final Blobs blobs;

    Messages(Entries entries, Envelopes envelopes, MailboxKeys keys, Blobs blobs) {
        this.entries = entries;
        this.envelopes = envelopes;
        this.keys = keys;
        this.blobs = blobs;
    }

    /** An entry with its envelope and what opens them. */
    record Opened(Entry entry, Envelope envelope, EnvelopeKey key, Content contents) {

        MimePart part(int number) {
            return contents.parts().stream()
                    .filter(part -> part.number() == number)
                    .findFirst()
                    .orElseThrow(EntryRefusals::partNotFound);
        }
    }

    /** The letter of an entry, with its words. */
    public Message read(Mailbox mailbox, String entryId) {
        var opened = open(mailbox, entryId);
        var contents = opened.contents();
        return new Message(
                entryId,
                opened.envelope().envelopeId(),
                opened.envelope().messageId(),
                contents.references(),
                contents.from(),
                contents.to(),
                contents.cc(),
                contents.object(),
                words(opened, "text/plain").orElse(""),
                words(opened, "text/html").orElse(""),
                opened.envelope().sentAt(),
                contents.parts(),
                number -> () -> part(opened, opened.part(number)));
    }

    /** What a list shows of an entry. */
    Summary summary(Entry entry) {
        return Sealed.summary(key(entry), entry.envelopeId(), there(entry.summary()));
    }

    Opened open(Mailbox mailbox, String entryId) {
        var entry = entries.find(mailbox.mailboxId(), entryId).orElseThrow(EntryRefusals::entryNotFound);
        var envelope = envelopes.find(entry.envelopeId()).orElseThrow(EntryRefusals::entryNotFound);
        var key = key(entry);
        return new Opened(
                entry, envelope, key, Sealed.contents(key, envelope.envelopeId(), there(envelope.contents())));
    }

    /** The body of that type, if the letter has one. */
    Optional<String> words(Opened opened, String type) {
        var body = opened.contents().parts().stream()
                .filter(part -> !part.attachment() && part.type().equals(type))
                .findFirst();
        if (body.isEmpty()) {
            return Optional.empty();
        }
        try (var message = source(opened)) {
            return Optional.of(MimeReader.text(message, body.get(), LetterHtml.MAX_LENGTH * 4));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InputStream part(Opened opened, MimePart part) throws IOException {
        return MimeReader.open(source(opened), part);
    }

    /** The whole message as it was sent, byte for byte. */
    InputStream source(Opened opened) throws IOException {
        var blob = opened.envelope().blob();
        if (blob == null) {
            throw EntryRefusals.entryNotFound();
        }
        return opened.key().opening(blobs.open(new BlobId(blob)));
    }

    /** The context under which an entry's key is wrapped. */
    public static String context(UUID mailboxId, UUID envelopeId) {
        return "entry:" + mailboxId + ":" + envelopeId;
    }

    private EnvelopeKey key(Entry entry) {
        return keys.unwrap(
                entry.mailboxId(), there(entry.key()).getData(), context(entry.mailboxId(), entry.envelopeId()));
    }

    /** Deleted meanwhile by somebody else is not found. */
    private static Binary there(@Nullable Binary sealed) {
        if (sealed == null) {
            throw EntryRefusals.entryNotFound();
        }
        return sealed;
    }
}
