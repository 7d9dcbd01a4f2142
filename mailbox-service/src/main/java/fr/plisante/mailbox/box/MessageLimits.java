package fr.plisante.mailbox.box;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** How large a message may be, its attachments together, and how many people it may go to. */
@ConfigurationProperties("plisante.message")
public record MessageLimits(long maxBytes, int maxRecipients) {}
