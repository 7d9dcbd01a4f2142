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
    private volatile boolean whole;

    CurrentIndex(SearchSettings settings) {
        this.settings = settings;
        this.index = new AtomicReference<>(EntryIndex.open(settings.folder()));
        this.whole = get().position().whole();
    }

    /**
     * The index, for those who search.
     *
     * @throws fr.plisante.starter.web.Refusal as long as it is being filled: who is not found in half an index is not unknown
     */
    EntryIndex whole() {
        if (!whole) {
            throw SearchRefusals.notReady();
        }
        return get();
    }

    boolean isWhole() {
        return whole;
    }

    /** It has all that is on the topic. */
    void caughtUp() {
        whole = true;
    }

    EntryIndex get() {
        return index.get();
    }

    void rebuild() throws IOException {
        whole = false;
        index.get().close();
        index.set(EntryIndex.create(settings.folder()));
    }

    @Override
    public void destroy() throws IOException {
        index.get().close();
    }
}
