package fr.plisante.directory.search;

import fr.plisante.events.EventJson;
import fr.plisante.events.directory.DirectoryEntryChanged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LiveFieldValues;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Lucene index in one folder. One thread writes, all threads search. A folder that cannot be used is emptied, and
 * filled again from the topic.
 */
final class EntryIndex implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EntryIndex.class);
    private static final long NONE = Long.MIN_VALUE;

    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final LiveFieldValues<IndexSearcher, Long> sequences;

    private EntryIndex(FSDirectory directory) throws IOException {
        this.directory = directory;
        this.writer =
                new IndexWriter(directory, new IndexWriterConfig(EntryDocument.analyzer()).setCommitOnClose(false));
        this.searchers = new SearcherManager(writer, new SearcherFactory());
        this.sequences = new Sequences(searchers);
    }

    /** Opens the folder's index, or a new one if it is damaged, unreadable or of another format. */
    static EntryIndex open(Path folder) {
        try {
            Files.createDirectories(folder);
            try {
                if (isUsable(folder)) {
                    return new EntryIndex(FSDirectory.open(folder));
                }
            } catch (IOException | IllegalArgumentException | IllegalStateException e) {
                LOG.warn("The index in {} cannot be used", folder, e);
            }
            LOG.info("The index in {} is built again", folder);
            return create(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty index in the folder, whatever was there. */
    static EntryIndex create(Path folder) throws IOException {
        empty(folder);
        return new EntryIndex(FSDirectory.open(folder));
    }

    /** Keeps an entry unless a newer state of it is there. */
    void keep(DirectoryEntryChanged entry, long sequence) throws IOException {
        var id = EntryDocument.id(entry);
        var known = sequences.get(id.text());
        if (known == null || known < sequence) {
            writer.updateDocument(id, EntryDocument.of(entry, sequence));
            sequences.add(id.text(), sequence);
        }
    }

    /** Forgets an entry. */
    void forget(String entryId) throws IOException {
        writer.deleteDocuments(new Term(EntryDocument.ID, entryId));
        sequences.delete(entryId);
    }

    /** Lets searches see what was kept. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** Makes durable what was kept, together with the position in the topic. */
    void commit(Position position) throws IOException {
        writer.setLiveCommitData(position.asCommit().entrySet());
        writer.commit();
    }

    Position position() {
        var commit = writer.getLiveCommitData();
        if (commit == null) {
            return Position.NOWHERE;
        }
        var data = new HashMap<String, String>();
        commit.forEach(pair -> data.put(pair.getKey(), pair.getValue()));
        return Position.from(data);
    }

    /** The listed entries that a query finds. */
    List<DirectoryEntryChanged> search(Query query, Sort order, int most) throws IOException {
        var listed = new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(new TermQuery(new Term("listed", "true")), Occur.FILTER)
                .build();
        var searcher = searchers.acquire();
        try {
            var found = new ArrayList<DirectoryEntryChanged>();
            var stored = searcher.storedFields();
            for (var hit : searcher.search(listed, most, order).scoreDocs) {
                var state = stored.document(hit.doc).getBinaryValue(EntryDocument.STATE);
                found.add(EventJson.MAPPER.readValue(
                        state.bytes, state.offset, state.length, DirectoryEntryChanged.class));
            }
            return found;
        } finally {
            searchers.release(searcher);
        }
    }

    List<DirectoryEntryChanged> find(UUID entryId) throws IOException {
        return search(new TermQuery(new Term(EntryDocument.ID, entryId.toString())), Sort.INDEXORDER, 1);
    }

    /** The entries that have one of these addresses. */
    List<DirectoryEntryChanged> withAddresses(Collection<String> addresses) throws IOException {
        var wanted =
                addresses.stream().map(EntryDocument::whole).map(BytesRef::new).collect(Collectors.toSet());
        return search(new TermInSetQuery(EntryDocument.ADDRESS, wanted), Sort.INDEXORDER, wanted.size());
    }

    @Override
    public void close() throws IOException {
        sequences.close();
        searchers.close();
        writer.close();
        directory.close();
    }

    private static boolean isUsable(Path folder) throws IOException {
        try (var directory = FSDirectory.open(folder)) {
            if (!DirectoryReader.indexExists(directory)) {
                return false;
            }
            try (var reader = DirectoryReader.open(directory)) {
                for (var leaf : reader.leaves()) {
                    leaf.reader().checkIntegrity();
                }
                return Position.isOfOurFormat(reader.getIndexCommit().getUserData());
            }
        }
    }

    private static void empty(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The sequence of each entry, also of those kept since the last refresh. */
    private static final class Sequences extends LiveFieldValues<IndexSearcher, Long> {

        Sequences(SearcherManager searchers) {
            super(searchers, NONE);
        }

        @Override
        protected Long lookupFromSearcher(IndexSearcher searcher, String id) throws IOException {
            var hits = searcher.search(new TermQuery(new Term(EntryDocument.ID, id)), 1).scoreDocs;
            if (hits.length == 0) {
                return NONE;
            }
            var leaves = searcher.getIndexReader().leaves();
            var leaf = leaves.get(ReaderUtil.subIndex(hits[0].doc, leaves));
            var sequences = DocValues.getNumeric(leaf.reader(), EntryDocument.SEQUENCE);
            return sequences.advanceExact(hits[0].doc - leaf.docBase) ? sequences.longValue() : NONE;
        }
    }
}
