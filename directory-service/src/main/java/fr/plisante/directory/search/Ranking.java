package fr.plisante.directory.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * What is found, and in which order: the whole name, a word of the name, the beginning of one, the first name, what one
 * does and where, the place. Every word that is typed must be found; each counts by the best place it is found in.
 */
final class Ranking {

    private static final int MOST_WORDS = 8;
    private static final float WHOLE_NAME = 96;

    private static final List<Place> NAME = List.of(new Place("name", 64, 32));
    private static final List<Place> GIVEN_NAME = List.of(new Place("givenName", 16, 8));
    private static final List<Place> PROFESSION = List.of(new Place("profession", 4, 3));
    private static final List<Place> SPECIALITY = List.of(new Place("speciality", 4, 3));
    private static final List<Place> STRUCTURE = List.of(new Place("structure", 4, 3));
    private static final List<Place> PLACE = List.of(new Place("place", 2, 1));
    private static final List<Place> ADDRESS = List.of(new Place("address", 2, 1));
    private static final List<Place> ANYWHERE =
            together(Stream.of(NAME, GIVEN_NAME, PROFESSION, SPECIALITY, STRUCTURE, PLACE, ADDRESS));

    private Ranking() {}

    /** A field, and what a word is worth that stands in it whole, or begins there. */
    private record Place(String field, float whole, float beginning) {}

    static Query of(Wanted wanted) {
        var query = new BooleanQuery.Builder();
        query.add(new TermQuery(new Term("listed", "true")), Occur.FILTER);
        var kind = wanted.kind();
        if (kind != null && !kind.isBlank()) {
            query.add(new TermQuery(new Term("kind", kind.toUpperCase(Locale.ROOT))), Occur.FILTER);
        }
        add(query, wanted.q(), ANYWHERE);
        add(query, wanted.name(), NAME);
        add(query, wanted.givenName(), GIVEN_NAME);
        addWithCode(query, wanted.profession(), PROFESSION, "professionCode");
        addWithCode(query, wanted.speciality(), SPECIALITY, "specialityCode");
        add(query, wanted.place(), together(Stream.of(PLACE, STRUCTURE)));
        add(query, wanted.address(), ADDRESS);
        return query.build();
    }

    private static void add(BooleanQuery.Builder query, @Nullable String text, List<Place> places) {
        var words = firstWords(text);
        if (!words.isEmpty()) {
            query.add(allWords(words, places), Occur.MUST);
        }
    }

    private static void addWithCode(
            BooleanQuery.Builder query, @Nullable String text, List<Place> places, String codeField) {
        var words = firstWords(text);
        if (!words.isEmpty()) {
            var code = constant(codeField, String.join("", words), 1);
            query.add(new DisjunctionMaxQuery(List.of(allWords(words, places), code), 0), Occur.MUST);
        }
    }

    /** All words apart, or two neighbours written as one: whoever is kept as LEGALL is found by Le Gall. */
    private static Query allWords(List<String> words, List<Place> places) {
        var ways = new ArrayList<Query>();
        ways.add(each(words, places));
        for (int i = 0; i + 1 < words.size(); i++) {
            var joined = new ArrayList<>(words);
            joined.set(i, words.get(i) + joined.remove(i + 1));
            ways.add(each(joined, places));
        }
        return new DisjunctionMaxQuery(ways, 0);
    }

    private static Query each(List<String> words, List<Place> places) {
        var all = new BooleanQuery.Builder();
        words.forEach(word -> all.add(best(word, places), Occur.MUST));
        return all.build();
    }

    private static Query best(String word, List<Place> places) {
        var ways = new ArrayList<Query>();
        for (var place : places) {
            ways.add(constant(place.field(), word, place.whole()));
            ways.add(constant(IndexedEntry.beginnings(place.field()), beginning(word), place.beginning()));
            if (place.field().equals("name")) {
                ways.add(constant("wholeName", word, WHOLE_NAME));
            }
        }
        return new DisjunctionMaxQuery(ways, 0);
    }

    private static String beginning(String word) {
        return word.length() <= Words.LONGEST_BEGINNING ? word : word.substring(0, Words.LONGEST_BEGINNING);
    }

    private static Query constant(String field, String word, float worth) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, word))), worth);
    }

    private static List<String> firstWords(@Nullable String text) {
        var words = Words.of(text);
        return words.subList(0, Math.min(words.size(), MOST_WORDS));
    }

    private static List<Place> together(Stream<List<Place>> places) {
        return places.flatMap(List::stream).toList();
    }
}
