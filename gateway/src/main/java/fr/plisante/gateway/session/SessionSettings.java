package fr.plisante.gateway.session;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** How long a session lives and the file of the key that seals it. */
@ConfigurationProperties("plisante.session")
record SessionSettings(Duration idle, Duration signInWithin, Path keyFile, URI publicUrl) {

    /** The time of the last click is stored at most this often; at every click it would halve the throughput. */
    static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

    boolean https() {
        return "https".equals(publicUrl.getScheme());
    }
}
