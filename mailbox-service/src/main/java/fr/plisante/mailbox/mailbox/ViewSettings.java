package fr.plisante.mailbox.mailbox;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How many of a person's mailboxes a page shows. */
@Validated
@ConfigurationProperties("plisante.view")
record ViewSettings(@Positive int maxMailboxes) {}
