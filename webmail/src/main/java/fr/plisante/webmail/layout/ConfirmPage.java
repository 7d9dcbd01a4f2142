package fr.plisante.webmail.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks before something is lost for ever: {@code confirm.html}.
 *
 * @param question key of its sentences
 * @param chosen the entries that would go
 * @param subject of the only one that would go
 * @param back the address to leave all as it is
 * @param submit the address that does it
 */
public record ConfirmPage(
        Layout layout,
        String question,
        List<String> chosen,
        @Nullable String subject,
        String back,
        String submit) implements Page {}
