package fr.plisante.mailbox.sending;

import fr.plisante.mailbox.draft.Draft;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mime.OutgoingMessage;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that may be sent: what goes to whom, from which mailbox, and under which draft's id.
 *
 * @param conversation null for a message that answers nothing
 */
record ComposedMessage(
        UUID envelopeId,
        Mailbox from,
        Recipients recipients,
        UUID draftId,
        Draft.@Nullable Conversation conversation,
        OutgoingMessage message) {}
