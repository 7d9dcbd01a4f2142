package fr.plisante.webmail.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class SizesTests {

    /** A size as people read it; the page's modules say the same. */
    record Size(String language, long bytes, String said) {}

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void areSaidInTheUnitsOfTheLanguage() throws IOException {
        var words = new ResourceBundleMessageSource();
        words.setBasename("messages");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        try (var file = Objects.requireNonNull(getClass().getResourceAsStream("/sizes.json"))) {
            var cases = new JsonMapper().readValue(file, new TypeReference<List<Size>>() {});

            assertThat(cases).isNotEmpty().allSatisfy(size -> {
                LocaleContextHolder.setLocale(Locale.forLanguageTag(size.language()));
                assertThat(new Sizes(words).of(size.bytes())).isEqualTo(size.said());
            });
        }
    }
}
