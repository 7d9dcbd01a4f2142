package fr.plisante.webmail.layout;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/** Says instants as people do, in the time zone of the person's region. */
@Component
final class Dates {

    private final TimeZoneSettings settings;
    private final MessageSource messages;
    private final Clock clock;

    Dates(TimeZoneSettings settings, MessageSource messages, Clock clock) {
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
    }

    /** For a list: « 18:04 », « hier », « 12 mars », « 12/03/2024 ». */
    public String brief(Instant instant) {
        var then = instant.atZone(zone());
        var days = daysAgo(then);
        if (days == 0) {
            return format(then, "HH:mm", "HH:mm");
        }
        if (days == 1) {
            return word("date.yesterday");
        }
        return then.getYear() == now().getYear()
                ? format(then, "d MMM", "d MMM")
                : format(then, "dd/MM/yyyy", "dd/MM/yyyy");
    }

    /** In a sentence: « à 18:04 », « hier à 18:04 », « le 12 mars à 18:04 ». */
    public String said(Instant instant) {
        var then = instant.atZone(zone());
        var days = daysAgo(then);
        var time = format(then, "HH:mm", "HH:mm");
        if (days == 0) {
            return word("date.today-at", time);
        }
        if (days == 1) {
            return word("date.yesterday-at", time);
        }
        var day = then.getYear() == now().getYear()
                ? format(then, "d MMMM", "d MMMM")
                : format(then, "d MMMM yyyy", "d MMMM yyyy");
        return word("date.day-at", day, time);
    }

    /** Without any doubt: « dimanche 22 novembre 2026 à 18:04 ». */
    public String full(Instant instant) {
        return format(instant.atZone(zone()), "EEEE d MMMM yyyy 'à' HH:mm", "EEEE d MMMM yyyy 'at' HH:mm");
    }

    /** The person's time zone, for scripts. */
    public String zoneName() {
        return zone().getId();
    }

    private long daysAgo(ZonedDateTime then) {
        return now().toLocalDate().toEpochDay() - then.toLocalDate().toEpochDay();
    }

    private ZonedDateTime now() {
        return clock.instant().atZone(zone());
    }

    private ZoneId zone() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken person
                        && person.getToken().getClaimAsString("regionId") != null
                ? settings.zone(person.getToken().getClaimAsString("regionId"))
                : settings.defaultZone();
    }

    private static String format(ZonedDateTime then, String french, String english) {
        var locale = LocaleContextHolder.getLocale();
        var pattern = Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? english : french;
        return DateTimeFormatter.ofPattern(pattern, locale).format(then);
    }

    private String word(String code, Object... arguments) {
        return messages.getMessage(code, arguments, LocaleContextHolder.getLocale());
    }
}
