package fr.plisante.events.auth;

import fr.plisante.events.Event;

/** What auth-service publishes: codes issued, sign-ins and refusals. */
public sealed interface AuthEvent extends Event permits OneTimeCodeIssued, SignedIn, SignInRefused {}
