package fr.plisante.mailbox.sending;

import fr.plisante.mailbox.draft.Draft;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mime.OutgoingMessage;
import java.util.UUID;

/** A message that may be sent: what goes to whom, from which mailbox and which draft. */
record ComposedMessage(UUID envelopeId, Mailbox from, Recipients recipients, Draft draft, OutgoingMessage message) {}
