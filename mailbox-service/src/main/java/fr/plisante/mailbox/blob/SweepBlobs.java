package fr.plisante.mailbox.blob;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes blobs that no document names: what a crash left between the blob and its document, or after the last entry. */
@Component
class SweepBlobs {

    private static final Logger LOG = LoggerFactory.getLogger(SweepBlobs.class);
    private static final int BATCH = 500;

    private final Blobs blobs;
    private final List<BlobOwner> owners;
    private final BlobSettings settings;
    private final Clock clock;

    SweepBlobs(Blobs blobs, List<BlobOwner> owners, BlobSettings settings, Clock clock) {
        this.blobs = blobs;
        this.owners = owners;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(cron = "${plisante.blob.sweep}")
    void sweep() throws IOException {
        var batch = new ArrayList<BlobId>(BATCH);
        blobs.olderThan(clock.instant().minus(settings.orphanAge()), blob -> {
            batch.add(blob);
            if (batch.size() == BATCH) {
                sweep(batch);
                batch.clear();
            }
        });
        sweep(batch);
    }

    private void sweep(List<BlobId> batch) {
        var orphans = new ArrayList<>(batch);
        for (var owner : owners) {
            owner.emptyUnheld(batch);
            orphans.removeAll(owner.named(orphans));
        }
        orphans.forEach(this::delete);
        if (!orphans.isEmpty()) {
            LOG.info("Deleted {} orphaned blobs", orphans.size());
        }
    }

    private void delete(BlobId orphan) {
        try {
            blobs.delete(orphan);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
