package fr.plisante.directory.search;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The index in use. When it fails, an empty one replaces it. */
@Component
class CurrentIndex implements DisposableBean {

    private final SearchSettings settings;
    private final AtomicReference<EntryIndex> index;

    CurrentIndex(SearchSettings settings) {
        this.settings = settings;
        this.index = new AtomicReference<>(EntryIndex.open(settings.folder()));
    }

    EntryIndex get() {
        return index.get();
    }

    void rebuild() throws IOException {
        index.get().close();
        index.set(EntryIndex.create(settings.folder()));
    }

    @Override
    public void destroy() throws IOException {
        index.get().close();
    }
}
