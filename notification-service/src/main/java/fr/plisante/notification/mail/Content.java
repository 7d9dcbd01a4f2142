package fr.plisante.notification.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says, in the order one reads it; the layout shows the same in HTML and in text.
 *
 * @param preview the grey line a mail program shows beside the subject
 * @param code the one thing a code mail is about
 * @param after below the button, in quieter ink
 */
public record Content(
        String preview,
        String heading,
        String greeting,
        List<String> before,
        @Nullable String code,
        List<Fact> facts,
        @Nullable Button button,
        List<String> after) {

    /** One line of who, where, when. */
    public record Fact(String label, String value) {}

    /** The one thing to do; its address stands in full below. */
    public record Button(String label, String url) {}
}
