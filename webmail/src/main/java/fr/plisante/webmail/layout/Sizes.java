package fr.plisante.webmail.layout;

import java.math.RoundingMode;
import java.text.NumberFormat;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says sizes as people do: « 8,2 Mo », « 8.2 MB »; the page's modules do the same with the same units. */
@Component
final class Sizes {

    private static final long UNIT = 1000;

    private final MessageSource messages;

    Sizes(MessageSource messages) {
        this.messages = messages;
    }

    public String of(long bytes) {
        var locale = LocaleContextHolder.getLocale();
        var units = messages.getMessage("js.sizes", null, locale).split(",", -1);
        var power = bytes >= UNIT * UNIT ? 2 : bytes >= UNIT ? 1 : 0;
        var number = NumberFormat.getInstance(locale);
        number.setMaximumFractionDigits(power == 2 ? 1 : 0);
        number.setRoundingMode(RoundingMode.HALF_UP);
        return number.format(bytes / Math.pow(UNIT, power)) + '\u00a0' + units[power];
    }
}
