package fr.plisante.notification.mail;

import org.springframework.context.support.ResourceBundleMessageSource;

/** The layout with the real bundles, without Spring's context. */
public final class LayoutFixture {

    private LayoutFixture() {}

    static MailSettings settings() {
        return new MailSettings(
                "plisante.example", "ne-pas-repondre@plisante.example", "Plisanté", "https://messagerie.example");
    }

    public static Layout layout() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Layout(messages, settings());
    }
}
