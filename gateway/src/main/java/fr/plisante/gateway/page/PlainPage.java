package fr.plisante.gateway.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;

/**
 * A page of the gateway's own: a title, a sentence and one link. The look is in {@code page.html} and {@code page.css}.
 *
 * @param href where the link leads
 * @param action what the link says
 */
record PlainPage(Locale locale, String title, String detail, String href, String action) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");
    private static final String TEMPLATE = template();

    String html() {
        var values =
                Map.of("lang", locale.getLanguage(), "title", title, "detail", detail, "href", href, "action", action);
        return PLACEHOLDER
                .matcher(TEMPLATE)
                .replaceAll(name -> Matcher.quoteReplacement(
                        HtmlUtils.htmlEscape(values.getOrDefault(name.group(1), ""), "UTF-8")));
    }

    private static String template() {
        try {
            return new ClassPathResource("page.html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
