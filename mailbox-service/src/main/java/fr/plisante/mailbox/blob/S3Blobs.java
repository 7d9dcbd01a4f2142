package fr.plisante.mailbox.blob;

import java.io.BufferedOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.util.StreamUtils;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Blobs as objects of one bucket of an S3-compatible store: what a region with several machines uses. */
final class S3Blobs implements Blobs {

    private final S3Client s3;
    private final String bucket;

    S3Blobs(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /** The store wants to know the length beforehand: what is sealed waits in a file until it is whole. */
    @Override
    public BlobId write(Content content) throws IOException {
        var id = new BlobId(UUID.randomUUID().toString());
        var whole = Files.createTempFile("plisante-", ".blob");
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(whole), 64 * 1024)) {
                content.writeTo(StreamUtils.nonClosing(out));
            }
            s3.putObject(request -> request.bucket(bucket).key(id.value()), RequestBody.fromFile(whole));
            return id;
        } catch (SdkException e) {
            throw new IOException("The store of blobs did not take one", e);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    @Override
    public InputStream open(BlobId id) throws IOException {
        try {
            return s3.getObject(request -> request.bucket(bucket).key(id.value()));
        } catch (NoSuchKeyException e) {
            throw (IOException) new FileNotFoundException(id.value()).initCause(e);
        } catch (SdkException e) {
            throw new IOException("The store of blobs does not answer", e);
        }
    }

    @Override
    public void delete(BlobId id) throws IOException {
        try {
            s3.deleteObject(request -> request.bucket(bucket).key(id.value()));
        } catch (SdkException e) {
            throw new IOException("The store of blobs does not answer", e);
        }
    }

    @Override
    public void olderThan(Instant then, Consumer<BlobId> each) throws IOException {
        try {
            s3.listObjectsV2Paginator(request -> request.bucket(bucket)).contents().stream()
                    .filter(object -> object.lastModified().isBefore(then))
                    .forEach(object -> each.accept(new BlobId(object.key())));
        } catch (SdkException e) {
            throw new IOException("The store of blobs does not answer", e);
        }
    }
}
