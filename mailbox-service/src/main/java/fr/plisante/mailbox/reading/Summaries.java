package fr.plisante.mailbox.reading;

import fr.plisante.mailbox.entry.Entry;
import fr.plisante.mailbox.entry.EntryRefusals;
import fr.plisante.mailbox.entry.Holdings.Held;
import fr.plisante.mailbox.envelope.SealedJson;
import fr.plisante.mailbox.envelope.SealedJson.Summary;
import fr.plisante.mailbox.mailbox.MailboxKeys;
import fr.plisante.mailbox.sealing.EnvelopeKey;
import fr.plisante.mailbox.sealing.ServiceKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Unseals what lists show: of an entry with the key that its mailbox holds, of a message on its way with the key that the
 * service holds until it is delivered.
 */
@Component
class Summaries {

    private final MailboxKeys keys;
    private final ServiceKey serviceKey;

    Summaries(MailboxKeys keys, ServiceKey serviceKey) {
        this.keys = keys;
        this.serviceKey = serviceKey;
    }

    Summary of(Held held) {
        var entry = held.entry();
        if (entry == null) {
            var sending = held.requireSending();
            return SealedJson.summary(
                    key(held), sending.envelopeId(), there(sending.sealed()).summary());
        }
        return SealedJson.summary(
                key(held), entry.envelope().envelopeId(), there(entry.sealed()).summary());
    }

    EnvelopeKey key(Held held) {
        var entry = held.entry();
        if (entry == null) {
            var sending = held.requireSending();
            return serviceKey.unwrap(there(sending.wrappedKey()).getData(), sending.envelopeId());
        }
        return keys.unwrap(
                entry.mailboxId(),
                there(entry.sealed()).wrappedKey().getData(),
                Entry.keyContext(entry.mailboxId(), entry.envelope().envelopeId()));
    }

    /** Deleted meanwhile by somebody else is not found. */
    static <T> T there(@Nullable T sealed) {
        if (sealed == null) {
            throw EntryRefusals.entryNotFound();
        }
        return sealed;
    }
}
