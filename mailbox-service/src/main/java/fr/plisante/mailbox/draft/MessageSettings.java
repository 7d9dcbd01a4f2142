package fr.plisante.mailbox.draft;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** The limits of a message that an operator may set. */
@ConfigurationProperties("plisante.message")
record MessageSettings(long maxBytes, int maxRecipients, int maxUploads) {}
