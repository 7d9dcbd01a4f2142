package fr.plisante.webmail.client;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the services are and how long a page waits for them.
 *
 * @param mailboxUrl mailbox-service
 * @param directoryUrl directory-service
 * @param timeout for one answer; a page is of no use later than that
 */
@ConfigurationProperties("plisante.clients")
record ClientSettings(URI mailboxUrl, URI directoryUrl, Duration timeout) {}
