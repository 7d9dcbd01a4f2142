package fr.plisante.mailbox.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every store of blobs keeps. */
interface BlobsContract {

    Blobs blobs() throws IOException;

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private List<BlobId> all() throws IOException {
        var all = new ArrayList<BlobId>();
        blobs().olderThan(Instant.now().plusSeconds(60), all::add);
        return all;
    }

    @Test
    default void givesBackWhatWasWritten() throws IOException {
        var content = bytes(700_001);

        var id = blobs().write(out -> out.write(content));

        try (var in = blobs().open(id)) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    default void takesAContentThatClosesItsStream() throws IOException {
        var id = blobs().write(OutputStream::close);

        try (var in = blobs().open(id)) {
            assertThat(in.readAllBytes()).isEmpty();
        }
    }

    @Test
    default void keepsNothingOfAContentThatFails() throws IOException {
        var before = all().size();

        assertThatIOException()
                .isThrownBy(() -> blobs().write(out -> {
                    out.write(bytes(500_000));
                    throw new IOException("cut in the middle");
                }));

        assertThat(all()).hasSize(before);
    }

    @Test
    default void deletesOnceAndForAll() throws IOException {
        var id = blobs().write(out -> out.write(1));

        blobs().delete(id);
        blobs().delete(id);

        assertThatThrownBy(() -> blobs().open(id).readAllBytes()).isInstanceOf(IOException.class);
        assertThat(all()).doesNotContain(id);
    }

    @Test
    default void namesOnlyWhatIsOlder() throws IOException {
        var id = blobs().write(out -> out.write(1));

        var older = new ArrayList<BlobId>();
        blobs().olderThan(Instant.now().minusSeconds(60), older::add);

        assertThat(older).doesNotContain(id);
        assertThat(all()).contains(id);
    }
}
