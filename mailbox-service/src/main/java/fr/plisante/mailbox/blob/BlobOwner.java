package fr.plisante.mailbox.blob;

import java.util.Collection;
import java.util.Set;

/** A feature whose documents name blobs: the sweep asks each of them before it deletes one. */
public interface BlobOwner {

    /** Those of the given blobs that a document still names. */
    Set<BlobId> named(Collection<BlobId> blobs);
}
