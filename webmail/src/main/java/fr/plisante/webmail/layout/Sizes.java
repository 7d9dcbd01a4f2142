package fr.plisante.webmail.layout;

import java.text.NumberFormat;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says sizes as people do: « 8,2 Mo », « 8.2 MB ». */
@Component
public final class Sizes {

    private static final long UNIT = 1000;

    public String of(long bytes) {
        var locale = LocaleContextHolder.getLocale();
        var english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
        var number = NumberFormat.getInstance(locale);
        number.setMaximumFractionDigits(1);
        if (bytes >= UNIT * UNIT) {
            return number.format((double) bytes / (UNIT * UNIT)) + '\u00a0' + (english ? "MB" : "Mo");
        }
        number.setMaximumFractionDigits(0);
        if (bytes >= UNIT) {
            return number.format((double) bytes / UNIT) + '\u00a0' + (english ? "KB" : "Ko");
        }
        return number.format(bytes) + '\u00a0' + (english ? "bytes" : "octets");
    }
}
