package fr.plisante.events.mailbox;

import fr.plisante.events.Event;

/** What mailbox-service publishes: the life of envelopes and mailboxes. */
public sealed interface MailboxEvent extends Event
        permits MailboxOpened, EnvelopeSent, EnvelopeDelivered, EnvelopeRefused, EnvelopeOpened, AttachmentDownloaded {}
