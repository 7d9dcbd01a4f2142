package fr.plisante.mailbox.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepBlobsTests {

    @TempDir
    private Path folder;

    @Test
    void deletesOnlyWhatIsOldAndNamedByNobody() throws IOException {
        var blobs = new FileBlobs(folder);
        var named = blobs.write(out -> out.write(1));
        var orphan = blobs.write(out -> out.write(2));
        var settings = new BlobSettings(BlobSettings.Store.FILES, folder, Duration.ofDays(1));
        List<BlobOwner> owners = List.of(asked -> Set.of(), asked -> Set.of(named));

        new SweepBlobs(blobs, owners, settings, Clock.systemUTC()).sweep();
        assertThat(all(blobs)).containsExactlyInAnyOrder(named, orphan);
        var tomorrow = Clock.fixed(Instant.now().plus(Duration.ofHours(25)), ZoneOffset.UTC);
        new SweepBlobs(blobs, owners, settings, tomorrow).sweep();

        assertThat(all(blobs)).containsExactly(named);
    }

    private static List<BlobId> all(Blobs blobs) throws IOException {
        var all = new ArrayList<BlobId>();
        blobs.olderThan(Instant.now().plusSeconds(60), all::add);
        return all;
    }
}
