package fr.plisante.mailbox.sending;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** The domain under which this operator's addresses stand. */
@ConfigurationProperties("plisante.operator")
record OperatorSettings(String domain) {}
