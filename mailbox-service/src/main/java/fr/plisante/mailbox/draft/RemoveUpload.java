package fr.plisante.mailbox.draft;

import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.starter.web.Caller;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes a file out of a draft. */
@Component
class RemoveUpload {

    private final FindDrafts find;
    private final Drafts drafts;
    private final DraftBlobs blobs;

    RemoveUpload(FindDrafts find, Drafts drafts, DraftBlobs blobs) {
        this.find = find;
        this.drafts = drafts;
        this.blobs = blobs;
    }

    void remove(Caller caller, Mailbox mailbox, UUID draftId, UUID uploadId) {
        var draft = find.sealed(mailbox.mailboxId(), draftId);
        var upload = draft.upload(uploadId).orElseThrow(UploadNotFound::new);
        if (!drafts.detach(draft, upload, caller.accountId())) {
            throw new UploadNotFound();
        }
        blobs.forget(upload);
    }
}
