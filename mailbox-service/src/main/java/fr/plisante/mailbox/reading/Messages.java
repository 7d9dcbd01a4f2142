package fr.plisante.mailbox.reading;

import fr.plisante.mailbox.audit.AuditRecord;
import fr.plisante.mailbox.audit.AuditRecord.Action;
import fr.plisante.mailbox.blob.Blobs;
import fr.plisante.mailbox.entry.Entry;
import fr.plisante.mailbox.entry.EntryRefusals;
import fr.plisante.mailbox.entry.Holdings;
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
import fr.plisante.mailbox.sealing.ServiceKey;
import fr.plisante.starter.web.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Opens what is sealed: an entry with the key that its mailbox holds; a message on its way, for its sender alone, with the
 * key that the service holds until it is delivered, which stands in the audit of the envelope before anything is shown.
 */
@Component
public class Messages {

    private final Holdings holdings;
    private final Envelopes envelopes;
    private final MailboxKeys keys;
    private final ServiceKey serviceKey;
    private final Blobs blobs;
    private final Clock clock;

    Messages(
            Holdings holdings, Envelopes envelopes, MailboxKeys keys, ServiceKey serviceKey, Blobs blobs, Clock clock) {
        this.holdings = holdings;
        this.envelopes = envelopes;
        this.keys = keys;
        this.serviceKey = serviceKey;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** The whole message of an entry, to reply to it. */
    public Message read(Caller caller, Mailbox mailbox, String entryId) {
        var opened = open(caller, mailbox, entryId);
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
                body(opened, Opened.TEXT).orElse(""),
                body(opened, Opened.HTML).orElse(""),
                opened.envelope().message().sentAt(),
                content.parts(),
                number -> () -> part(opened, opened.part(number)));
    }

    Opened open(Caller caller, Mailbox mailbox, String entryId) {
        var held = holdings.find(mailbox, entryId);
        if (held.entry() != null) {
            return open(held.entry());
        }
        var sending = Objects.requireNonNull(held.sending());
        audit(caller, sending);
        return open(Item.sending(sending), sending, key(sending));
    }

    Opened open(Entry entry) {
        var envelope = envelopes.find(entry.envelope()).orElseThrow(EntryRefusals::entryNotFound);
        return open(Item.of(entry, envelope), envelope, key(entry));
    }

    private static Opened open(Item item, Envelope envelope, EnvelopeKey key) {
        return new Opened(
                item,
                envelope,
                key,
                SealedJson.content(
                        key, envelope.envelopeId(), there(envelope.sealed()).content()));
    }

    /** Once for each person, as for a received message. */
    private void audit(Caller caller, Envelope sending) {
        var reader = caller.accountId().toString();
        if (sending.audit().stream()
                .noneMatch(done -> done.action() == Action.OPENED && done.by().equals(reader))) {
            envelopes.audit(sending.ref(), new AuditRecord(Action.OPENED, null, reader, caller.acr(), clock.instant()));
        }
    }

    /** What a list shows of an entry. */
    Summary summary(Entry entry) {
        return SealedJson.summary(
                key(entry), entry.envelope().envelopeId(), there(entry.sealed()).summary());
    }

    /** What a list shows of a message on its way. */
    Summary summary(Envelope sending) {
        return summary(key(sending), sending);
    }

    /** What a list shows of a message that is open. */
    Summary summary(Opened opened) {
        return summary(opened.key(), opened.envelope());
    }

    private static Summary summary(EnvelopeKey key, Envelope envelope) {
        return SealedJson.summary(
                key, envelope.envelopeId(), there(envelope.sealed()).summary());
    }

    /** The body of that type, if the message has one. */
    Optional<String> body(Opened opened, String type) {
        return opened.body(type).map(part -> {
            try (var message = source(opened)) {
                return MimeReader.text(message, part, MessageHtml.MAX_LENGTH * 4);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    InputStream part(Opened opened, MimePart part) throws IOException {
        return MimeReader.open(source(opened), part);
    }

    /** The whole message as it was sent, byte for byte. */
    InputStream source(Opened opened) throws IOException {
        var blob = opened.envelope().blob().orElseThrow(EntryRefusals::entryNotFound);
        return opened.key().opening(blobs.open(blob));
    }

    private EnvelopeKey key(Entry entry) {
        return keys.unwrap(
                entry.mailboxId(),
                there(entry.sealed()).wrappedKey().getData(),
                Entry.keyContext(entry.mailboxId(), entry.envelope().envelopeId()));
    }

    private EnvelopeKey key(Envelope sending) {
        return serviceKey.unwrap(there(sending.wrappedKey()).getData(), sending.envelopeId());
    }

    /** Deleted meanwhile by somebody else is not found. */
    private static <T> T there(@Nullable T sealed) {
        if (sealed == null) {
            throw EntryRefusals.entryNotFound();
        }
        return sealed;
    }
}
