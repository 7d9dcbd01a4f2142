package fr.plisante.webmail.layout;

import org.jspecify.annotations.Nullable;

/**
 * Says what happened, what was kept and what to do now: {@code error.html}.
 *
 * @param kind key of its sentences
 * @param sentence what a service said of it
 */
record ErrorPage(String kind, @Nullable String sentence) implements Page {

    /** Whether the same may work in a moment. */
    public boolean retry() {
        return kind.equals("unavailable");
    }

    @Override
    public @Nullable Layout layout() {
        return null;
    }
}
