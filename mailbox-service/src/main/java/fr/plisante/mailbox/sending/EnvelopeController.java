package fr.plisante.mailbox.sending;

import fr.plisante.mailbox.draft.MessageLimits;
import fr.plisante.mailbox.entry.Entry;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.starter.web.Caller;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sending, and what one wants to know before: who can be reached, and how much fits. */
@RestController
@RequestMapping("/api/mailbox")
class EnvelopeController {

    private final SendEnvelope sendEnvelope;
    private final FindRecipients findRecipients;
    private final MessageLimits limits;

    EnvelopeController(SendEnvelope sendEnvelope, FindRecipients findRecipients, MessageLimits limits) {
        this.sendEnvelope = sendEnvelope;
        this.findRecipients = findRecipients;
        this.limits = limits;
    }

    record Sent(UUID envelopeId, String entryId, int recipients) {}

    @PostMapping("/mailboxes/{mailboxId}/envelopes")
    @ResponseStatus(HttpStatus.CREATED)
    Sent send(Caller caller, Mailbox mailbox, @Valid @RequestBody SendRequest request) {
        var envelope = sendEnvelope.send(caller, mailbox, request);
        return new Sent(
                envelope.envelopeId(),
                Entry.sent(envelope.envelopeId()),
                envelope.recipients().size());
    }

    @GetMapping("/recipients")
    FindRecipients.Reach recipient(Caller caller, @RequestParam String address) {
        return findRecipients.reach(address);
    }

    record Settings(long maxMessageBytes, int maxRecipients) {}

    @GetMapping("/settings")
    Settings settings(Caller caller) {
        return new Settings(limits.maxBytes(), limits.maxRecipients());
    }
}
