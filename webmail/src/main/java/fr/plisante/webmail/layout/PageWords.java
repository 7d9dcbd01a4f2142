package fr.plisante.webmail.layout;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The words the pages' modules need, in the language of the page. */
@Component
final class PageWords {

    private static final String PREFIX = "js.";

    private final JsonMapper json;
    private final Map<Locale, String> written = new ConcurrentHashMap<>();

    PageWords(JsonMapper json) {
        this.json = json;
    }

    public String json() {
        return written.computeIfAbsent(LocaleContextHolder.getLocale(), this::write);
    }

    private String write(Locale locale) {
        var noFallback = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        var words = ResourceBundle.getBundle("messages", locale, noFallback);
        return json.writeValueAsString(words.keySet().stream()
                .filter(key -> key.startsWith(PREFIX))
                .collect(Collectors.toMap(key -> key.substring(PREFIX.length()), words::getString)));
    }
}
