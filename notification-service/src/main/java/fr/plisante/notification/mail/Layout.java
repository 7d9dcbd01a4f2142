package fr.plisante.notification.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import fr.plisante.notification.mail.Mail.Recipient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The form all our mails have: {@code mails/layout.html} and {@code mails/layout.txt}; the words stand in the message bundles. */
@Component
public class Layout {

    private final Template text = template(Mustache.compiler().escapeHTML(false), "layout.txt");
    private final Template html = template(Mustache.compiler(), "layout.html");
    /** As many as we have languages. */
    private final Map<Locale, Words> words = new ConcurrentHashMap<>();

    private final MessageSource messages;
    private final MailSettings settings;

    Layout(MessageSource messages, MailSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    /** What every mail of a language says. */
    record Words(String codeLabel, String addressBelow, String footerWho, String footer) {}

    /** What the templates show: {@code facts} and {@code link} as the text has them, in a line each. */
    record Shown(
            Content mail,
            String language,
            String site,
            Words words,
            boolean hasFacts,
            List<String> facts,
            @Nullable String link) {}

    /** A mail of the list (the left part of its List-Id) that tells of the thing with this id. */
    public Mail mail(String list, UUID id, Recipient to, String subject, Content content) {
        var shown = shown(content, to.locale());
        return new Mail(
                id + "@" + list + "." + settings.domain(), list, to, subject, text.execute(shown), html.execute(shown));
    }

    /** The address of a page. */
    public String page(String path) {
        return settings.publicUrl() + path;
    }

    /** A text of the bundles; {@code key} without its {@code mail.}. */
    public String say(Locale locale, String key, Object... arguments) {
        return messages.getMessage("mail." + key, arguments, locale);
    }

    private Shown shown(Content content, Locale locale) {
        var facts = content.facts().stream()
                .map(fact -> say(locale, "fact", fact.label(), fact.value()))
                .toList();
        var button = content.button();
        return new Shown(
                content,
                locale.getLanguage(),
                settings.publicUrl(),
                words.computeIfAbsent(locale, this::words),
                !facts.isEmpty(),
                facts,
                button == null ? null : say(locale, "link", button.label()));
    }

    private Words words(Locale locale) {
        return new Words(
                say(locale, "code.label"),
                say(locale, "address-below"),
                say(locale, "footer.who"),
                say(locale, "footer"));
    }

    private static Template template(Mustache.Compiler compiler, String name) {
        try (var in = new ClassPathResource("mails/" + name, Layout.class.getClassLoader()).getInputStream()) {
            return compiler.compile(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
