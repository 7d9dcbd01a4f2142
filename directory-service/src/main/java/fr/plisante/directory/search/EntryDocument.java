package fr.plisante.directory.search;

import fr.plisante.events.EventJson;
import fr.plisante.events.directory.DirectoryEntryChanged;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** An entry as a Lucene document. Unlisted entries are in the index too: an older event must not bring them back. */
final class EntryDocument {

    /** Raised when documents are built differently; an index of another format is built again from the topic. */
    static final String FORMAT = "3";

    static final String ID = "entryId";
    static final String SEQUENCE = "sequence";
    static final String STATE = "state";
    static final String ADDRESS = "wholeAddress";

    /** By score, then by name, so that two Martins stand together. */
    static final Sort ORDER = new Sort(
            SortField.FIELD_SCORE,
            new SortField("nameOrder", SortField.Type.STRING),
            new SortField("givenNameOrder", SortField.Type.STRING),
            new SortField("idOrder", SortField.Type.STRING));

    private static final FieldType WORDS = words();
    private static final List<String> SEARCHED =
            List.of("name", "givenName", "profession", "speciality", "structure", "place", "address");

    private EntryDocument() {}

    static Analyzer analyzer() {
        return new PerFieldAnalyzerWrapper(
                Words.WHOLE,
                SEARCHED.stream().collect(Collectors.toMap(EntryDocument::beginnings, field -> Words.BEGINNINGS)));
    }

    static String beginnings(String field) {
        return field + "Beginning";
    }

    /** An address as it is compared: in lower case. */
    static String whole(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    static Term id(DirectoryEntryChanged entry) {
        return new Term(ID, entry.entryId().toString());
    }

    static Document of(DirectoryEntryChanged entry, long sequence) {
        var document = new Document();
        var id = entry.entryId().toString();
        var professional = entry.professional();
        var workplace = entry.workplace();
        document.add(new StringField(ID, id, Field.Store.NO));
        document.add(new NumericDocValuesField(SEQUENCE, sequence));
        document.add(new StringField("listed", Boolean.toString(entry.listed()), Field.Store.NO));
        document.add(new StringField("kind", entry.kind(), Field.Store.NO));
        document.add(new StoredField(STATE, EventJson.MAPPER.writeValueAsBytes(entry)));
        searched(document, "name", Words.withJoined(entry.name()));
        searched(document, "givenName", Words.withJoined(entry.givenName()));
        searched(document, "profession", text(professional.profession()));
        searched(document, "speciality", text(professional.speciality()));
        searched(document, "structure", text(workplace.structure(), workplace.service()));
        searched(document, "place", text(workplace.postalCode(), workplace.city(), workplace.street()));
        searched(document, "address", text(entry.address()));
        document.add(new StringField("wholeName", Words.joined(entry.name()), Field.Store.NO));
        document.add(new StringField(ADDRESS, whole(entry.address()), Field.Store.NO));
        code(document, "professionCode", professional.professionCode());
        code(document, "specialityCode", professional.specialityCode());
        order(document, "nameOrder", Words.joined(entry.name()));
        order(document, "givenNameOrder", Words.joined(entry.givenName()));
        order(document, "idOrder", id);
        return document;
    }

    private static void searched(Document document, String field, String text) {
        document.add(new Field(field, text, WORDS));
        document.add(new Field(beginnings(field), text, WORDS));
    }

    private static void code(Document document, String field, @Nullable String code) {
        if (code != null) {
            document.add(new StringField(field, code.toLowerCase(Locale.ROOT), Field.Store.NO));
        }
    }

    private static void order(Document document, String field, String value) {
        document.add(new SortedDocValuesField(field, new BytesRef(value)));
    }

    private static String text(@Nullable String... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .flatMap(part -> Words.of(part).stream())
                .collect(Collectors.joining(" "));
    }

    private static FieldType words() {
        var type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(IndexOptions.DOCS);
        type.freeze();
        return type;
    }
}
