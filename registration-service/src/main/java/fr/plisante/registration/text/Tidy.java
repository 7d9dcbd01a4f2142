package fr.plisante.registration.text;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Texts as they are stored: composed (NFC), without blanks around. */
public final class Tidy {

    private Tidy() {}

    public static String text(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    /** The text, or null if there is none in it. */
    public static @Nullable String optional(@Nullable String text) {
        return text == null || text.isBlank() ? null : text(text);
    }
}
