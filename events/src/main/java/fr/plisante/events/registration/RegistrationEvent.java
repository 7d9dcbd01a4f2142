package fr.plisante.events.registration;

import fr.plisante.events.Event;

/** What registration-service publishes: who has an account, and which mailboxes were granted. */
public sealed interface RegistrationEvent extends Event permits AccountValidated, MailboxGranted {}
