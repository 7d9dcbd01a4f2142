package fr.plisante.directory.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.plisante.starter.web.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

class CurrentIndexTests {

    @TempDir
    private Path folder;

    @Test
    void isNotSearchedWhileItIsBeingFilled() throws IOException {
        var index = open();
        assertNotSearched(index);
        index.get().commit(new Position("topic", Map.of(0, 3L), index.isWhole()));
        index.destroy();

        var later = open();
        assertNotSearched(later);
        later.caughtUp();

        assertThat(later.whole()).isSameAs(later.get());
        later.destroy();
    }

    @Test
    void isSearchedAtOnceWhenItWasWholeBefore() throws IOException {
        var index = open();
        index.caughtUp();
        index.get().commit(new Position("topic", Map.of(0, 3L), index.isWhole()));
        index.destroy();

        var later = open();

        assertThat(later.whole()).isSameAs(later.get());
        later.rebuild();
        assertNotSearched(later);
        later.destroy();
    }

    private CurrentIndex open() {
        return new CurrentIndex(new SearchSettings(folder, Duration.ofSeconds(1)));
    }

    private static void assertNotSearched(CurrentIndex index) {
        assertThatThrownBy(index::whole).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            assertThat(refusal.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
        });
    }
}
