package fr.plisante.mailbox.blob;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** Where sealed bytes lie. A blob is durable when {@code write} returns, is never changed, and is written before the document that names it. */
public interface Blobs {

    /** Writes one blob; when the content fails half-way, nothing is kept and the failure goes on to the caller. */
    BlobId write(Content content) throws IOException;

    /** Opens a blob; the caller closes it. */
    InputStream open(BlobId id) throws IOException;

    /** Deletes a blob; deleting one that is gone changes nothing. */
    void delete(BlobId id) throws IOException;

    /** Deletes a blob that no document names any more; what cannot be deleted now is left to the sweep. */
    default void forget(BlobId id) {
        try {
            delete(id);
        } catch (IOException e) {
            LoggerFactory.getLogger(Blobs.class).warn("Blob {} stays until the sweep: {}", id.value(), e.toString());
        }
    }

    /** Names every blob written before then, for the sweep of orphans. */
    void olderThan(Instant then, Consumer<BlobId> each) throws IOException;

    /** What is to be written, as a stream that is never held whole. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
