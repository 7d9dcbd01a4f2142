package fr.plisante.mailbox.blob;

import com.mongodb.MongoGridFSException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.BsonString;
import org.springframework.util.StreamUtils;

/** Blobs in the service's own database, for those who run no shared volume. */
final class GridFsBlobs implements Blobs {

    private final GridFSBucket bucket;

    GridFsBlobs(MongoDatabase database) {
        bucket = GridFSBuckets.create(database, "blobs");
        database.getCollection("blobs.files").createIndex(Indexes.ascending("uploadDate"));
    }

    @Override
    public BlobId write(Content content) throws IOException {
        var id = new BlobId(UUID.randomUUID().toString());
        var out = bucket.openUploadStream(key(id), id.value(), new GridFSUploadOptions());
        var whole = false;
        try {
            content.writeTo(StreamUtils.nonClosing(out));
            out.close();
            whole = true;
            return id;
        } finally {
            if (!whole) {
                out.abort();
            }
        }
    }

    @Override
    public InputStream open(BlobId id) throws IOException {
        try {
            return bucket.openDownloadStream(key(id));
        } catch (MongoGridFSException e) {
            throw (IOException) new FileNotFoundException(id.value()).initCause(e);
        }
    }

    @Override
    public void delete(BlobId id) {
        if (bucket.find(Filters.eq("_id", id.value())).first() != null) {
            bucket.delete(key(id));
        }
    }

    @Override
    public void olderThan(Instant then, Consumer<BlobId> each) {
        bucket.find(Filters.lt("uploadDate", Date.from(then)))
                .forEach(file -> each.accept(new BlobId(file.getFilename())));
    }

    private static BsonString key(BlobId id) {
        return new BsonString(id.value());
    }
}
