package fr.plisante.mailbox.sending;

import fr.plisante.mailbox.draft.MessageLimits;
import fr.plisante.mailbox.mime.OutgoingMessage;
import fr.plisante.mailbox.mime.Subject;
import org.springframework.stereotype.Component;

/** What must hold before anything is written. */
@Component
class CheckRequest {

    private final FindRecipients findRecipients;
    private final MessageLimits limits;

    CheckRequest(FindRecipients findRecipients, MessageLimits limits) {
        this.findRecipients = findRecipients;
        this.limits = limits;
    }

    /** The recipients, when the subject is one line and each of them can be reached. */
    Recipients recipients(SendRequest request) {
        Subject.require(request.subject());
        if (request.to().isEmpty() && request.cc().isEmpty()) {
            throw SendingRefusals.noRecipient();
        }
        limits.requireRecipients(request.to(), request.cc());
        var recipients = findRecipients.find(request.to(), request.cc());
        if (!recipients.errors().isEmpty()) {
            throw SendingRefusals.recipientUnknown(recipients.errors());
        }
        return recipients;
    }

    void size(OutgoingMessage message) {
        var files = message.attachments().stream()
                .mapToLong(OutgoingMessage.Attachment::size)
                .sum();
        if (MessageLimits.size(message.html()) + files > limits.maxBytes()) {
            throw SendingRefusals.tooLarge(limits.maxMegabytes());
        }
    }
}
