package fr.plisante.starter.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.conversions.Bson;

/**
 * How every service writes documents: each write names the fields it changes, so that fields which only a newer version
 * of the service knows stay as they are. No document is ever replaced whole.
 */
public final class Documents {

    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private Documents() {}

    /** Adds a document; false if there is one already with its id or with another of its unique values. */
    public static <T> boolean insertUnlessThere(MongoCollection<T> collection, T document) {
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoException e) {
            if (isDuplicate(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Adds those documents that are not there yet, and answers them. */
    public static <T> List<T> insertUnlessThere(MongoCollection<T> collection, List<T> documents) {
        if (documents.isEmpty()) {
            return List.of();
        }
        try {
            collection.insertMany(documents, new InsertManyOptions().ordered(false));
            return documents;
        } catch (MongoBulkWriteException e) {
            var errors = e.getWriteErrors();
            if (e.getWriteConcernError() != null
                    || errors.stream().anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
            var there = errors.stream().map(BulkWriteError::getIndex).collect(Collectors.toSet());
            return IntStream.range(0, documents.size())
                    .filter(i -> !there.contains(i))
                    .<T>mapToObj(documents::get)
                    .toList();
        }
    }

    /**
     * Changes the one document that the filter finds, and answers it as it is afterwards; empty if the filter finds none.
     * The filter says what must still be so, such as the version that was read.
     */
    public static <T> Optional<T> change(MongoCollection<T> collection, Bson filter, Bson update) {
        return Optional.ofNullable(collection.findOneAndUpdate(filter, update, AFTER));
    }

    /**
     * Keeps a whole state unless this one or a newer one is there, in whatever order states come; false if it was not
     * kept.
     *
     * @param key the filter that finds the document and no other
     * @param sequence the field that orders the states
     */
    public static <T extends Record> boolean keepNewest(
            MongoCollection<T> collection, Bson key, String sequence, long value, T state) {
        try {
            collection.updateOne(
                    Filters.and(key, Filters.lt(sequence, value)), Fields.set(state), new UpdateOptions().upsert(true));
            return true;
        } catch (MongoException e) {
            // The filter found nothing older, and the insert met the document's id.
            if (isDuplicate(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Whether a write was refused because there is a document with the same id or unique value. */
    public static boolean isDuplicate(MongoException failure) {
        return ErrorCategory.fromErrorCode(failure.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }
}
