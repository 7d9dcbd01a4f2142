package fr.plisante.webmail.directory;

import fr.plisante.webmail.layout.Layout;
import fr.plisante.webmail.layout.Page;
import org.jspecify.annotations.Nullable;

/** The part of a page that changes as one types: {@code directory :: results}. */
record ResultsPage(Results results) implements Page {

    @Override
    public @Nullable Layout layout() {
        return null;
    }
}
