package fr.plisante.mailbox.sending;

import fr.plisante.mailbox.draft.SendableDraft;
import fr.plisante.mailbox.envelope.MessageLimits;
import fr.plisante.mailbox.mime.MimeLetter;
import fr.plisante.mailbox.mime.ObjectLine;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** What must hold before anything is written. */
@Component
class CheckWords {

    private final FindRecipients findRecipients;
    private final MessageLimits limits;

    CheckWords(FindRecipients findRecipients, MessageLimits limits) {
        this.findRecipients = findRecipients;
        this.limits = limits;
    }

    /** The recipients, when the object is one line and each of them can be reached. */
    FindRecipients.Found recipients(Words words) {
        ObjectLine.require(words.object());
        if (words.to().isEmpty() && words.cc().isEmpty()) {
            throw new NoRecipient();
        }
        limits.require(words.to(), words.cc());
        var found = findRecipients.find(words.to(), words.cc());
        if (!found.errors().isEmpty()) {
            throw new RecipientUnknown(found.errors());
        }
        return found;
    }

    void size(String html, SendableDraft draft) {
        var size = html.getBytes(StandardCharsets.UTF_8).length
                + draft.uploads().stream()
                        .mapToLong(MimeLetter.Attachment::size)
                        .sum();
        if (size > limits.maxBytes()) {
            throw new EnvelopeTooLarge(limits.maxBytes() / 1_000_000);
        }
    }
}
