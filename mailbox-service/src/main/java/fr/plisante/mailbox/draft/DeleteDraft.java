package fr.plisante.mailbox.draft;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes a draft away with its blobs. */
@Component
class DeleteDraft {

    private final Drafts drafts;
    private final DraftBlobs blobs;

    DeleteDraft(Drafts drafts, DraftBlobs blobs) {
        this.drafts = drafts;
        this.blobs = blobs;
    }

    /** False when there is none (any more). */
    boolean delete(UUID mailboxId, UUID draftId) {
        var removed = drafts.remove(mailboxId, draftId);
        removed.ifPresent(draft -> draft.uploads().forEach(blobs::forget));
        return removed.isPresent();
    }
}
