package fr.plisante.mailbox.mime;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Gathers the lines of a text while it walks through the HTML. */
final class TextLines implements NodeVisitor {

    /** Deeper quotations look like this one, or a few tags would make megabytes of text. */
    private static final int MOST_QUOTES = 5;
    /** As HTML means it: a non-breaking space is none of these. */
    private static final Pattern SPACES = Pattern.compile("[ \\t\\r\\n\\f]+");

    private final StringBuilder text = new StringBuilder();
    private int quotes;
    private int cells;
    private boolean atLineStart = true;

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode leaf) {
            append(SPACES.matcher(leaf.getWholeText()).replaceAll(" "));
        } else if (node instanceof Element element) {
            begin(element);
        }
    }

    private void begin(Element element) {
        if (element.isBlock() && !isCell(element)) {
            endLine();
        }
        switch (element.normalName()) {
            case "br" -> newLine();
            case "li" -> append(bullet(element));
            case "blockquote" -> quotes++;
            case "td", "th" -> beginCell(element);
            default -> {}
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        switch (element.normalName()) {
            case "td", "th" -> endCell();
            case "a" -> append(target(element));
            case "blockquote" -> {
                endLine();
                endQuotation();
            }
            case "p", "table" -> {
                endLine();
                newLine();
            }
            default -> {
                if (element.isBlock()) {
                    endLine();
                }
            }
        }
    }

    /** A row is one line, whatever its cells hold; a table within a cell is part of that line. */
    private void beginCell(Element cell) {
        if (cells > 0) {
            append(" ");
        } else if (cell.elementSiblingIndex() > 0) {
            beginLine();
            text.append('\t');
        }
        cells++;
    }

    private static boolean isCell(Element element) {
        return element.normalName().equals("td") || element.normalName().equals("th");
    }

    private void endCell() {
        cells--;
        while (!atLineStart && last() == ' ') {
            text.setLength(text.length() - 1);
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

    private static String target(Element link) {
        var href = link.attr("href");
        return href.isEmpty() || href.endsWith(link.text()) ? "" : " <" + href + ">";
    }

    private void append(String words) {
        var more = atLineStart || Character.isWhitespace(last()) ? words.stripLeading() : words;
        if (!more.isEmpty()) {
            beginLine();
            text.append(more);
        }
    }

    private void beginLine() {
        if (atLineStart) {
            text.append(prefix());
            atLineStart = false;
        }
    }

    private void endLine() {
        if (cells > 0) {
            append(" ");
        } else if (!atLineStart) {
            newLine();
        }
    }

    private void newLine() {
        if (cells > 0) {
            append(" ");
            return;
        }
        if (atLineStart) {
            text.append(prefix().stripTrailing());
        }
        text.append('\n');
        atLineStart = true;
    }

    private char last() {
        return text.charAt(text.length() - 1);
    }

    private String prefix() {
        return "> ".repeat(Math.min(quotes, MOST_QUOTES));
    }

    String text() {
        return text.toString()
                .replaceAll("\n{3,}", "\n\n")
                .replaceFirst("^\n+", "")
                .stripTrailing();
    }
}
