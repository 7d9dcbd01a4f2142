package fr.plisante.mailbox.blob;

import java.util.Collection;
import java.util.Set;

/** A feature whose documents name blobs: the sweep asks each of them before it deletes one. */
public interface BlobOwner {

    /** Those of the given blobs that a document still names. */
    Set<BlobId> named(Collection<BlobId> blobs);

    /** Takes those of the given blobs out of their documents that nobody can reach any more, which a crash may leave. */
    default void emptyUnheld(Collection<BlobId> blobs) {}
}
