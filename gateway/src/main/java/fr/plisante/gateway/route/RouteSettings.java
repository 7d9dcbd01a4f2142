package fr.plisante.gateway.route;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Limits of what passes through.
 *
 * @param publicUrl the origin that people see
 * @param timeout the longest silence of a service, not the longest transfer
 * @param perSession requests a second of one session or one token
 * @param perAddress requests a second of one address, which a whole hospital may share
 * @param signInPerAddress requests a second of one address to the sign-in pages
 * @param pagesPerAddress requests a second of one address to all other pages and what belongs to them
 */
@ConfigurationProperties("plisante.route")
record RouteSettings(
        URI publicUrl,
        Duration timeout,
        Duration openFor,
        int perSession,
        int perAddress,
        int signInPerAddress,
        int pagesPerAddress) {}
