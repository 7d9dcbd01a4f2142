package fr.plisante.mailbox.draft;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import fr.plisante.mailbox.blob.BlobId;
import fr.plisante.mailbox.blob.BlobOwner;
import fr.plisante.starter.store.Documents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The drafts of all mailboxes. */
@Repository
public class Drafts implements BlobOwner {

    /** A draft may have 4 MB. */
    private static final int AT_ONCE = 4;

    private final MongoCollection<Draft> drafts;
    private final MongoCollection<Document> loose;

    Drafts(MongoDatabase database) {
        this.drafts = database.getCollection("drafts", Draft.class);
        this.loose = database.getCollection("drafts");
        drafts.createIndex(Indexes.ascending("mailboxId", "savedAt", "draftId"));
        drafts.createIndex(Indexes.ascending("uploads.blob"));
    }

    /** Where a page of drafts goes on. */
    record Cursor(Instant savedAt, UUID draftId) {

        static Cursor after(OpenDraft open) {
            return new Cursor(open.draft().savedAt(), open.draft().draftId());
        }

        static Cursor parse(String text) {
            var dot = text.indexOf('.');
            return new Cursor(
                    Instant.ofEpochMilli(Long.parseLong(text.substring(0, dot))),
                    UUID.fromString(text.substring(dot + 1)));
        }

        @Override
        public String toString() {
            return savedAt.toEpochMilli() + "." + draftId;
        }
    }

    /** One draft. */
    public Optional<Draft> find(UUID mailboxId, UUID draftId) {
        return Optional.ofNullable(drafts.find(one(mailboxId, draftId)).first());
    }

    /** Those of the drafts of these mailboxes, named by {@link Draft#id}, that are still there. */
    public List<Draft> all(Collection<UUID> mailboxIds, Collection<String> ids) {
        return drafts.find(Filters.and(Filters.in("_id", ids), Filters.in("mailboxId", mailboxIds)))
                .into(new ArrayList<>());
    }

    /** One page, latest first; each is read, and let go of, before the next. */
    <T> List<T> page(UUID mailboxId, @Nullable Cursor before, int limit, Function<Draft, T> read) {
        Bson older = before == null
                ? Filters.eq("mailboxId", mailboxId)
                : Filters.and(
                        Filters.eq("mailboxId", mailboxId),
                        Filters.lte("savedAt", before.savedAt()),
                        Filters.or(Filters.lt("savedAt", before.savedAt()), Filters.lt("draftId", before.draftId())));
        return drafts.find(older)
                .sort(Sorts.descending("savedAt", "draftId"))
                .limit(limit)
                .batchSize(AT_ONCE)
                .map(read::apply)
                .into(new ArrayList<>());
    }

    long count(UUID mailboxId, int most) {
        return drafts.countDocuments(Filters.eq("mailboxId", mailboxId), new CountOptions().limit(most));
    }

    /** False when there is one of that id. */
    public boolean add(Draft draft) {
        return Documents.insertUnlessThere(drafts, draft);
    }

    /** A text to put in: sealed, and how much longer it is than the one before. */
    record Saving(Binary text, long growth, UUID writer, Instant at) {}

    /** Puts another text in, unless it was changed since, or grows and the draft would pass {@code most} bytes. */
    Optional<Draft> save(Draft draft, Saving saving, long most) {
        var fits = saving.growth() > 0 ? Filters.lte("size", most - saving.growth()) : Filters.empty();
        return Documents.change(
                drafts,
                Filters.and(one(draft), Filters.eq("version", draft.version()), fits),
                Updates.combine(
                        Updates.set("text", saving.text()),
                        Updates.inc("size", saving.growth()),
                        Updates.set("lastWriter", saving.writer()),
                        Updates.set("savedAt", saving.at()),
                        Updates.inc("version", 1L)));
    }

    /**
     * Adds a file unless it is there already, or the draft would pass {@code most} bytes or {@code mostFiles}; safe in
     * parallel.
     */
    public boolean attach(Draft draft, Draft.Upload upload, long most, int mostFiles, UUID writer) {
        return drafts.updateOne(
                                Filters.and(
                                        one(draft),
                                        Filters.ne("uploads.uploadId", upload.uploadId()),
                                        Filters.exists("uploads." + (mostFiles - 1), false),
                                        Filters.lte("size", most - upload.size())),
                                Updates.combine(
                                        Updates.push("uploads", upload),
                                        Updates.inc("size", upload.size()),
                                        Updates.set("lastWriter", writer)))
                        .getModifiedCount()
                == 1;
    }

    /** Takes a file out; false when it is gone. */
    public boolean detach(Draft draft, Draft.Upload upload, UUID writer) {
        return drafts.updateOne(
                                Filters.and(one(draft), Filters.eq("uploads.uploadId", upload.uploadId())),
                                Updates.combine(
                                        Updates.pull("uploads", Filters.eq("uploadId", upload.uploadId())),
                                        Updates.inc("size", -upload.size()),
                                        Updates.set("lastWriter", writer)))
                        .getModifiedCount()
                == 1;
    }

    /** Takes a draft away and answers what it was at that moment. */
    Optional<Draft> remove(UUID mailboxId, UUID draftId) {
        return Optional.ofNullable(drafts.findOneAndDelete(one(mailboxId, draftId)));
    }

    @Override
    public Set<BlobId> named(Collection<BlobId> blobs) {
        var asked = blobs.stream().map(BlobId::value).toList();
        var named = new HashSet<BlobId>();
        loose.find(Filters.in("uploads.blob", asked))
                .projection(Projections.include("uploads.blob"))
                .forEach(draft -> draft.getList("uploads", Document.class)
                        .forEach(upload -> named.add(new BlobId(upload.getString("blob")))));
        return named;
    }

    private static Bson one(Draft draft) {
        return one(draft.mailboxId(), draft.draftId());
    }

    private static Bson one(UUID mailboxId, UUID draftId) {
        return Filters.and(Filters.eq("_id", Draft.id(mailboxId, draftId)), Filters.eq("mailboxId", mailboxId));
    }
}
