package fr.plisante.registration.account;

import java.util.Locale;
import java.util.regex.Pattern;

/** An ordinary e-mail address, in one form for all its spellings. */
record Email(String normalised) {

    private static final Pattern SHAPE = Pattern.compile(
            "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}");

    private static final int LONGEST = 254;

    static Email of(String text) {
        return new Email(text.strip().toLowerCase(Locale.ROOT));
    }

    boolean isPlausible() {
        return normalised.length() <= LONGEST
                && normalised.indexOf('@') <= 64
                && SHAPE.matcher(normalised).matches();
    }
}
