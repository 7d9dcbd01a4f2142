package fr.plisante.mailbox.blob;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Which store holds the blobs, where, and how long one may stand before a document names it. */
@ConfigurationProperties("plisante.blob")
record BlobSettings(Store store, Path folder, Duration orphanAge) {

    /** The stores there are. */
    enum Store {
        FILES,
        GRIDFS,
        S3
    }
}
