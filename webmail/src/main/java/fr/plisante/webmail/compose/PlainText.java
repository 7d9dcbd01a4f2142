package fr.plisante.webmail.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.springframework.web.util.HtmlUtils;

/** A draft’s HTML as the plain text of a form field and back, for browsers without scripts. */
final class PlainText {

    private static final Pattern BLANK_LINES = Pattern.compile("\\n{3,}");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final char EM_SPACE = '\u2003';

    private PlainText() {}

    /** Paragraphs are parted by an empty line, cells of a row by a tab; quoted lines begin with {@code >}. */
    static String of(String html) {
        var text = new StringBuilder();
        write(Jsoup.parseBodyFragment(html).body(), text);
        return BLANK_LINES.matcher(text).replaceAll("\n\n").strip();
    }

    /** The HTML to store: the one there was, if the text was not touched, so that its colours live on. */
    static String toHtml(String text, String before) {
        var typed = text.replace("\r\n", "\n").strip();
        return typed.equals(of(before)) ? before : toHtml(typed.lines().toList());
    }

    private static String toHtml(List<String> lines) {
        var html = new StringBuilder();
        var block = new ArrayList<String>();
        var quoted = false;
        for (var line : lines) {
            var quotes = line.startsWith(">");
            if (quotes != quoted || line.isBlank()) {
                paragraph(block, quoted, html);
            }
            quoted = quotes;
            if (!line.isBlank()) {
                block.add(quotes ? line.substring(1).stripLeading() : line);
            }
        }
        paragraph(block, quoted, html);
        return html.toString();
    }

    private static void paragraph(List<String> block, boolean quoted, StringBuilder html) {
        if (block.isEmpty()) {
            return;
        }
        if (quoted) {
            html.append("<blockquote>").append(toHtml(List.copyOf(block))).append("</blockquote>");
        } else {
            html.append(block.stream()
                    .map(line -> HtmlUtils.htmlEscape(line.replace('\t', EM_SPACE), "UTF-8"))
                    .collect(Collectors.joining("<br>", "<p>", "</p>")));
        }
        block.clear();
    }

    private static void write(Node node, StringBuilder text) {
        switch (node) {
            case TextNode words -> text.append(words.text());
            case Element element when element.normalName().equals("br") -> text.append('\n');
            case Element element
            when element.normalName().equals("blockquote") -> {
                var quoted = of(element.html());
                text.append("\n\n")
                        .append(quoted.lines().map(line -> "> " + line).collect(Collectors.joining("\n")));
                text.append("\n\n");
            }
            case Element row
            when row.normalName().equals("tr") ->
                text.append(row.children().stream()
                                .map(cell -> SPACES.matcher(of(cell.html())).replaceAll(" "))
                                .collect(Collectors.joining("\t")))
                        .append('\n');
            case Element element -> {
                element.childNodes().forEach(child -> write(child, text));
                if (element.normalName().equals("li")) {
                    text.append('\n');
                } else if (element.isBlock()) {
                    text.append("\n\n");
                }
            }
            default -> {
                // Comments and the like say nothing.
            }
        }
    }
}
