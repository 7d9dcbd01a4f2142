package fr.plisante.mailbox.mime;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The words of a letter without its looks. */
public final class MessageText {

    private static final int PREVIEW = 140;
    /** Deeper quotations look like this one, or a few tags would make megabytes of text. */
    private static final int MOST_QUOTES = 5;

    private static final Pattern INTRO = Pattern.compile("(a écrit|wrote)[\\p{Z}]*:$");

    /** As HTML means it: a non-breaking space is none of these. */
    private static final Pattern SPACES = Pattern.compile("[ \\t\\r\\n\\f]+");

    private MessageText() {}

    /** The text alternative: paragraphs and list items on lines of their own, quotations behind {@code >}. */
    public static String of(String html) {
        var lines = new Lines();
        NodeTraversor.traverse(lines, Jsoup.parseBodyFragment(html).body());
        return lines.text();
    }

    /** The first words of the letter for a list, without what it quotes. */
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

    private static final class Lines implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();
        private int quotes;
        private boolean atLineStart = true;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                words(SPACES.matcher(words.getWholeText()).replaceAll(" "));
            } else if (node instanceof Element element) {
                if (element.isBlock()) {
                    endLine();
                }
                switch (element.normalName()) {
                    case "br" -> newLine();
                    case "li" -> words(bullet(element));
                    case "blockquote" -> quotes++;
                    default -> {}
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && element.isBlock()) {
                endLine();
                switch (element.normalName()) {
                    case "blockquote" -> endQuotation();
                    case "p" -> newLine();
                    default -> {}
                }
            } else if (node instanceof Element link && link.normalName().equals("a")) {
                var href = link.attr("href");
                if (!href.isEmpty() && !href.endsWith(link.text())) {
                    words(" <" + href + ">");
                }
            }
        }

        private void endQuotation() {
            var blank = "\n" + prefix().stripTrailing() + "\n";
            if (text.indexOf(blank, Math.max(0, text.length() - blank.length())) >= 0) {
                text.setLength(text.length() - blank.length() + 1);
            }
            quotes--;
        }

        private static String bullet(Element item) {
            var list = item.parent();
            return list != null && list.normalName().equals("ol") ? item.elementSiblingIndex() + 1 + ". " : "- ";
        }

        private void words(String words) {
            var more = atLineStart ? words.stripLeading() : words;
            if (more.isEmpty()) {
                return;
            }
            if (atLineStart) {
                text.append(prefix());
                atLineStart = false;
            }
            text.append(more);
        }

        private void endLine() {
            if (!atLineStart) {
                newLine();
            }
        }

        private void newLine() {
            if (atLineStart) {
                text.append(prefix().stripTrailing());
            }
            text.append('\n');
            atLineStart = true;
        }

        private String prefix() {
            return "> ".repeat(Math.min(quotes, MOST_QUOTES));
        }

        String text() {
            return text.toString().replaceAll("\n{3,}", "\n\n").strip();
        }
    }
}
