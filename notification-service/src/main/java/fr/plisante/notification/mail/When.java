package fr.plisante.notification.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the person's calendar and clock say them. */
public final class When {

    private When() {}

    /** Day and time, in words. */
    public static String dayAndTime(Instant instant, ZoneId zone, Locale locale) {
        var pattern = locale.getLanguage().equals("en") ? "EEEE d MMMM uuuu 'at' HH:mm" : "EEEE d MMMM uuuu 'à' HH:mm";
        return DateTimeFormatter.ofPattern(pattern, locale).withZone(zone).format(instant);
    }

    /** The time alone. */
    public static String time(Instant instant, ZoneId zone, Locale locale) {
        return DateTimeFormatter.ofPattern("HH:mm", locale).withZone(zone).format(instant);
    }
}
