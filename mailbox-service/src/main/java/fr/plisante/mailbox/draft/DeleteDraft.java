package fr.plisante.mailbox.draft;

import fr.plisante.mailbox.blob.BlobId;
import fr.plisante.mailbox.blob.Blobs;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes a draft away with its blobs. */
@Component
public class DeleteDraft {

    private final Drafts drafts;
    private final Blobs blobs;

    DeleteDraft(Drafts drafts, Blobs blobs) {
        this.drafts = drafts;
        this.blobs = blobs;
    }

    /** False when there is none (any more). */
    public boolean delete(UUID mailboxId, UUID draftId) {
        var removed = drafts.remove(mailboxId, draftId);
        removed.ifPresent(draft -> draft.uploads().forEach(upload -> blobs.forget(new BlobId(upload.blob()))));
        return removed.isPresent();
    }
}
