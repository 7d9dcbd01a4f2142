package fr.plisante.notification.mail;

import fr.plisante.notification.mail.Mail.Recipient;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The form all our mails have: {@code mails/layout.html} and {@code mails/layout.txt}; the words stand in the message bundles. */
@Component
public class Layout {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final MessageSource messages;
    private final MailSettings settings;

    Layout(MessageSource messages, MailSettings settings) {
        this.messages = messages;
        this.settings = settings;
        engine.setTemplateEngineMessageSource(messages);
        engine.addTemplateResolver(resolver(TemplateMode.HTML, ".html"));
        engine.addTemplateResolver(resolver(TemplateMode.TEXT, ".txt"));
    }

    /** A mail of the list (the left part of its List-Id) that tells of the thing with this id. */
    public Mail mail(String list, UUID id, Recipient to, String subject, Content content) {
        var context = context(content, to.locale());
        return new Mail(
                id + "@" + list + "." + settings.domain(),
                list,
                to,
                subject,
                engine.process("layout.txt", context),
                engine.process("layout.html", context));
    }

    /** The address of a page. */
    public String page(String path) {
        return settings.publicUrl() + path;
    }

    /** A text of the bundles; {@code key} without its {@code mail.}. */
    public String say(Locale locale, String key, Object... arguments) {
        return messages.getMessage("mail." + key, arguments, locale);
    }

    private Context context(Content content, Locale locale) {
        return new Context(
                locale, Map.of("mail", content, "language", locale.getLanguage(), "site", settings.publicUrl()));
    }

    private static ClassLoaderTemplateResolver resolver(TemplateMode mode, String suffix) {
        var resolver = new ClassLoaderTemplateResolver(Layout.class.getClassLoader());
        resolver.setPrefix("mails/");
        resolver.setTemplateMode(mode);
        resolver.getResolvablePatternSpec().addPattern("*" + suffix);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }
}
