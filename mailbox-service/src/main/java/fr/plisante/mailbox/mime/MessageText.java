package fr.plisante.mailbox.mime;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** The text of a message without its looks. */
public final class MessageText {

    private static final int PREVIEW = 140;
    private static final Pattern INTRO = Pattern.compile("(a écrit|wrote)[\\p{Z}]*:$");

    private MessageText() {}

    /**
     * The text alternative: paragraphs, list items and rows of a table on lines of their own, a tab between two cells,
     * quotations behind {@code >}.
     */
    public static String of(String html) {
        var lines = new TextLines();
        Jsoup.parseBodyFragment(html).body().traverse(lines);
        return lines.text();
    }

    /** The beginning of the message for a list, without what it quotes. */
    public static String preview(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        for (var quote : body.select("blockquote")) {
            var intro = quote.previousElementSibling();
            if (intro != null && INTRO.matcher(intro.text().strip()).find()) {
                intro.remove();
            }
            quote.remove();
        }
        return cut(body.text().strip());
    }

    private static String cut(String text) {
        if (text.codePointCount(0, text.length()) <= PREVIEW) {
            return text;
        }
        var end = text.offsetByCodePoints(0, PREVIEW);
        var space = text.lastIndexOf(' ', end);
        return text.substring(0, space > end / 2 ? space : end).strip() + "…";
    }
}
