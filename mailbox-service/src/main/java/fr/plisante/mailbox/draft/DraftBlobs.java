package fr.plisante.mailbox.draft;

import fr.plisante.mailbox.blob.BlobId;
import fr.plisante.mailbox.blob.Blobs;
import fr.plisante.mailbox.mime.MimeLetter.Source;
import fr.plisante.mailbox.sealing.EnvelopeKey;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The bytes of uploaded files, sealed under their draft's key. */
@Component
class DraftBlobs {

    private static final Logger LOG = LoggerFactory.getLogger(DraftBlobs.class);

    private final Blobs blobs;

    DraftBlobs(Blobs blobs) {
        this.blobs = blobs;
    }

    /** A file whose bytes are durable, though no draft names it yet. */
    record Stored(Draft.Upload upload, FileAbout about) {}

    /** Streams a file in. */
    Stored write(EnvelopeKey key, UUID uploadId, String name, String type, Arriving arriving) throws IOException {
        var blob = blobs.write(out -> {
            try (var sealed = key.sealing(out)) {
                arriving.transferTo(sealed);
                arriving.requireWhole();
            }
        });
        var about = new FileAbout(name, type, arriving.sha256());
        return new Stored(
                new Draft.Upload(uploadId, blob.value(), DraftSeal.about(key, uploadId, about), arriving.size()),
                about);
    }

    Source source(EnvelopeKey key, Draft.Upload upload) {
        return () -> open(key, upload);
    }

    private InputStream open(EnvelopeKey key, Draft.Upload upload) throws IOException {
        return key.opening(blobs.open(new BlobId(upload.blob())));
    }

    /** No document names it any more: what cannot be deleted now is an orphan for the sweep. */
    void forget(Draft.Upload upload) {
        try {
            blobs.delete(new BlobId(upload.blob()));
        } catch (IOException e) {
            LOG.warn("Blob {} stays until the sweep: {}", upload.blob(), e.toString());
        }
    }
}
