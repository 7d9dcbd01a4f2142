package fr.plisante.webmail.layout;

import org.jspecify.annotations.Nullable;

/**
 * Says what happened, what was kept and what to do now: {@code error.html}.
 *
 * @param kind key of its sentences
 * @param sentence what a service said of it
 * @param retry whether the same may work in a moment
 */
record ErrorPage(String kind, @Nullable String sentence, boolean retry) implements Page {

    @Override
    public @Nullable Layout layout() {
        return null;
    }
}
