package fr.plisante.directory.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.CharTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts texts into words at each character that is neither letter nor digit, without case and accents, and makes the
 * beginnings of those words.
 */
final class Words {

    /** Longer beginnings are cut to so many letters. */
    static final int LONGEST_BEGINNING = 15;

    /** Whole words. */
    static final Analyzer WHOLE = analyzer(false);

    /** Every beginning of a word, for a search while one types. */
    static final Analyzer BEGINNINGS = analyzer(true);

    private Words() {}

    /** The words of a text. */
    static List<String> of(@Nullable String text) {
        var words = new ArrayList<String>();
        if (text == null) {
            return words;
        }
        try (var stream = WHOLE.tokenStream("", new StringReader(composed(text)))) {
            var word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(word.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /**
     * The words of a name and neighbouring words joined: d’Aubigné is also daubigne, LE GALL legall and
     * Jean-Marc jeanmarc.
     */
    static String withJoined(@Nullable String name) {
        var words = of(name);
        var all = new ArrayList<>(words);
        for (int i = 0; i + 1 < words.size(); i++) {
            all.add(words.get(i) + words.get(i + 1));
        }
        if (words.size() > 2) {
            all.add(String.join("", words));
        }
        return String.join(" ", all);
    }

    /** A name as one word, the same for all its spellings. */
    static String joined(@Nullable String name) {
        return String.join("", of(name));
    }

    /** Joins a letter and its accent in one character; otherwise the accent would cut the word. */
    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static Analyzer analyzer(boolean beginnings) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var words = CharTokenizer.fromTokenCharPredicate(Character::isLetterOrDigit);
                TokenStream folded = new ASCIIFoldingFilter(new LowerCaseFilter(words));
                TokenFilter last = beginnings
                        ? new EdgeNGramTokenFilter(folded, 1, LONGEST_BEGINNING, false)
                        : (TokenFilter) folded;
                return new TokenStreamComponents(words, last);
            }
        };
    }
}
