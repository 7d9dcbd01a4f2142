package fr.plisante.mailbox.html;

import fr.plisante.starter.web.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.owasp.html.AttributePolicy;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.HtmlUtils;

/** The rich text of a message: bold, italic, underline, strike, colour, highlight, paragraphs, lists, tables, links, quotations; nothing else. */
public final class MessageHtml {

    /** The most that a message may hold of HTML, in characters; files go along as attachments. */
    public static final int MAX_LENGTH = 1_000_000;

    private static final Pattern COLOUR = Pattern.compile(
            "#[0-9a-f]{3}|#[0-9a-f]{6}|[a-z]{3,24}|rgba?\\([ 0-9.,%/]{5,40}\\)", Pattern.CASE_INSENSITIVE);
    /** A cell over more columns than this would only blow up the page. */
    private static final Pattern SPAN = Pattern.compile("[1-9][0-9]?");

    private static final AttributePolicy ONLY_COLOUR =
            (element, attribute, value) -> COLOUR.matcher(value).matches() ? value.toLowerCase(Locale.ROOT) : null;
    private static final AttributePolicy WEB_OR_MAIL = (element, attribute, value) -> {
        var lower = value.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://") || lower.startsWith("mailto:")
                ? value.strip()
                : null;
    };

    private static final String[] ELEMENTS = """
            b strong i em u s strike del mark font span sub sup a br
            p div h1 h2 h3 h4 hr blockquote pre ul ol li
            table thead tbody tr td th""".split("\\s+");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(ELEMENTS)
            .allowWithoutAttributes("span", "a", "font")
            .allowAttributes("color")
            .matching(ONLY_COLOUR)
            .onElements("font")
            .allowStyling(CssSchema.withProperties(
                    List.of("color", "background-color", "text-decoration", "font-weight", "font-style", "text-align")))
            .allowAttributes("colspan", "rowspan")
            .matching(SPAN)
            .onElements("td", "th")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .matching(WEB_OR_MAIL)
            .onElements("a")
            .allowAttributes("target")
            .matching(true, "_blank")
            .onElements("a")
            .allowElements(
                    (element, attributes) -> {
                        if (attributes.contains("href") && !attributes.contains("target")) {
                            attributes.add("target");
                            attributes.add("_blank");
                        }
                        return element;
                    },
                    "a")
            .requireRelsOnLinks("noopener", "noreferrer")
            .toFactory();

    private MessageHtml() {}

    private static Refusal tooLong() {
        return new Refusal(HttpStatus.CONTENT_TOO_LARGE, "text-too-long", MAX_LENGTH).about("html");
    }

    /**
     * The same message without anything the policy does not know. Cleaning twice changes nothing more, so what was
     * accepted once is never too long when it is shown.
     */
    public static String clean(String html) {
        return cleanWithin(MAX_LENGTH, html).orElseThrow(MessageHtml::tooLong);
    }

    /** The same, unless it is longer than this before or after: cleaning may write one character as five. */
    public static Optional<String> cleanWithin(int length, String html) {
        return html.length() > length
                ? Optional.empty()
                : Optional.of(POLICY.sanitize(html)).filter(clean -> clean.length() <= length);
    }

    /** Text as HTML that shows just this text. */
    public static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
