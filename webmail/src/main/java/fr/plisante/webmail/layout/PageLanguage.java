package fr.plisante.webmail.layout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** The language of the account; for those we do not know, the language of their browser. */
@Component("localeResolver")
final class PageLanguage implements LocaleResolver {

    private final AcceptHeaderLocaleResolver browser = new AcceptHeaderLocaleResolver();

    PageLanguage() {
        browser.setSupportedLocales(List.of(Locale.FRENCH, Locale.ENGLISH));
        browser.setDefaultLocale(Locale.FRENCH);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken person) {
            var claimed = person.getToken().getClaimAsString("locale");
            if (claimed != null) {
                return claimed.startsWith("en") ? Locale.ENGLISH : Locale.FRENCH;
            }
        }
        return browser.resolveLocale(request);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language belongs to the account");
    }
}
