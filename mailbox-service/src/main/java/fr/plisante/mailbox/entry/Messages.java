package fr.plisante.mailbox.entry;

import fr.plisante.mailbox.blob.Blobs;
import fr.plisante.mailbox.envelope.Content;
import fr.plisante.mailbox.envelope.Correspondent;
import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.envelope.Envelopes;
import fr.plisante.mailbox.envelope.SealedJson;
import fr.plisante.mailbox.envelope.Summary;
import fr.plisante.mailbox.html.MessageHtml;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mailbox.MailboxKeys;
import fr.plisante.mailbox.mime.MimePart;
import fr.plisante.mailbox.mime.MimeReader;
import fr.plisante.mailbox.sealing.EnvelopeKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
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
    record Opened(Entry entry, Envelope envelope, EnvelopeKey key, Content content) {

        MimePart part(int number) {
            return content.parts().stream()
                    .filter(part -> part.number() == number)
                    .findFirst()
                    .orElseThrow(EntryRefusals::partNotFound);
        }
    }

    /** The letter of an entry, with its words. */
    public Message read(Mailbox mailbox, String entryId) {
        var opened = open(mailbox, entryId);
        var content = opened.content();
        return new Message(
                entryId,
                opened.envelope().envelopeId(),
                opened.envelope().message().messageId(),
                content.references(),
                content.from().person(),
                content.to().stream().map(Correspondent::person).toList(),
                content.cc().stream().map(Correspondent::person).toList(),
                content.subject(),
                words(opened, "text/plain").orElse(""),
                words(opened, "text/html").orElse(""),
                opened.envelope().message().sentAt(),
                content.parts(),
                number -> () -> part(opened, opened.part(number)));
    }

    /** What a list shows of an entry. */
    Summary summary(Entry entry) {
        return SealedJson.summary(
                key(entry), entry.envelope().envelopeId(), there(entry.sealed()).summary());
    }

    Opened open(Mailbox mailbox, String entryId) {
        var entry = entries.require(mailbox.mailboxId(), entryId);
        var envelope = envelopes.find(entry.envelope()).orElseThrow(EntryRefusals::entryNotFound);
        var key = key(entry);
        return new Opened(
                entry,
                envelope,
                key,
                SealedJson.content(
                        key, envelope.envelopeId(), there(envelope.sealed()).content()));
    }

    /** The body of that type, if the letter has one. */
    Optional<String> words(Opened opened, String type) {
        var body = opened.content().parts().stream()
                .filter(part -> !part.attachment() && part.type().equals(type))
                .findFirst();
        if (body.isEmpty()) {
            return Optional.empty();
        }
        try (var message = source(opened)) {
            return Optional.of(MimeReader.text(message, body.get(), MessageHtml.MAX_LENGTH * 4));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InputStream part(Opened opened, MimePart part) throws IOException {
        return MimeReader.open(source(opened), part);
    }

    /** The whole message as it was sent, byte for byte. */
    InputStream source(Opened opened) throws IOException {
        return opened.key().opening(blobs.open(opened.envelope().blob().orElseThrow(EntryRefusals::entryNotFound)));
    }

    private EnvelopeKey key(Entry entry) {
        return keys.unwrap(
                entry.mailboxId(),
                there(entry.sealed()).wrappedKey().getData(),
                Entry.keyContext(entry.mailboxId(), entry.envelope().envelopeId()));
    }

    /** Deleted meanwhile by somebody else is not found. */
    private static <T> T there(@Nullable T sealed) {
        if (sealed == null) {
            throw EntryRefusals.entryNotFound();
        }
        return sealed;
    }
}
