package fr.plisante.directory.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
 * The query of a search and its scores. From the highest to the lowest: the whole name, a word of the name, the
 * beginning of such a word, the first name, profession and structure, the place. Every word that is typed must be found;
 * each counts with the best field in which it is found.
 */
final class Ranking {

    private static final int MOST_WORDS = 8;
    private static final float WHOLE_NAME = 96;

    private static final Field NAME = new Field("name", 64, 32);
    private static final Field GIVEN_NAME = new Field("givenName", 16, 8);
    private static final Field PROFESSION = new Field("profession", 4, 3);
    private static final Field SPECIALITY = new Field("speciality", 4, 3);
    private static final Field STRUCTURE = new Field("structure", 4, 3);
    private static final Field PLACE = new Field("place", 2, 1);
    private static final Field ADDRESS = new Field("address", 2, 1);
    private static final List<Field> ANYWHERE =
            List.of(NAME, GIVEN_NAME, PROFESSION, SPECIALITY, STRUCTURE, PLACE, ADDRESS);

    private Ranking() {}

    /** A field with the score of a whole word in it and of the beginning of a word. */
    private record Field(String name, float whole, float beginning) {}

    static Query of(SearchCriteria criteria) {
        var query = new BooleanQuery.Builder();
        if (criteria.kind() != null) {
            query.add(new TermQuery(new Term("kind", criteria.kind())), Occur.FILTER);
        }
        add(query, criteria.q(), words -> allWords(words, ANYWHERE));
        add(query, criteria.name(), words -> allWords(words, List.of(NAME)));
        add(query, criteria.givenName(), words -> allWords(words, List.of(GIVEN_NAME)));
        add(query, criteria.profession(), words -> allWordsOrCode(words, PROFESSION, "professionCode"));
        add(query, criteria.speciality(), words -> allWordsOrCode(words, SPECIALITY, "specialityCode"));
        add(query, criteria.place(), words -> allWords(words, List.of(PLACE, STRUCTURE)));
        add(query, criteria.address(), words -> allWords(words, List.of(ADDRESS)));
        return query.build();
    }

    private static void add(
            BooleanQuery.Builder query, @Nullable String text, Function<List<String>, Query> condition) {
        var words = Words.of(text).stream().limit(MOST_WORDS).toList();
        if (!words.isEmpty()) {
            query.add(condition.apply(words), Occur.MUST);
        }
    }

    private static Query allWordsOrCode(List<String> words, Field field, String codeField) {
        var code = constant(codeField, String.join("", words), 1);
        return new DisjunctionMaxQuery(List.of(allWords(words, List.of(field)), code), 0);
    }

    /** All words one by one, or two neighbouring words joined: a person stored as LEGALL is found by Le Gall. */
    private static Query allWords(List<String> words, List<Field> fields) {
        var choices = new ArrayList<Query>();
        choices.add(each(words, fields));
        for (int i = 0; i + 1 < words.size(); i++) {
            var joined = new ArrayList<>(words);
            joined.set(i, words.get(i) + joined.remove(i + 1));
            choices.add(each(joined, fields));
        }
        return new DisjunctionMaxQuery(choices, 0);
    }

    private static Query each(List<String> words, List<Field> fields) {
        var all = new BooleanQuery.Builder();
        words.forEach(word -> all.add(best(word, fields), Occur.MUST));
        return all.build();
    }

    private static Query best(String word, List<Field> fields) {
        var beginning = word.substring(0, Math.min(word.length(), Words.LONGEST_BEGINNING));
        var choices = new ArrayList<Query>();
        for (var field : fields) {
            choices.add(constant(field.name(), word, field.whole()));
            choices.add(constant(EntryDocument.beginnings(field.name()), beginning, field.beginning()));
            if (field.name().equals("name")) {
                choices.add(constant("wholeName", word, WHOLE_NAME));
            }
        }
        return new DisjunctionMaxQuery(choices, 0);
    }

    private static Query constant(String field, String word, float score) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, word))), score);
    }
}
