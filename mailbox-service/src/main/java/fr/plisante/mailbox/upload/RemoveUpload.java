package fr.plisante.mailbox.upload;

import fr.plisante.mailbox.draft.Drafts;
import fr.plisante.mailbox.draft.FindDrafts;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.starter.web.Caller;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes a file out of a draft. */
@Component
class RemoveUpload {

    private final FindDrafts find;
    private final Drafts drafts;
    private final UploadBlobs blobs;

    RemoveUpload(FindDrafts find, Drafts drafts, UploadBlobs blobs) {
        this.find = find;
        this.drafts = drafts;
        this.blobs = blobs;
    }

    void remove(Caller caller, Mailbox mailbox, UUID draftId, UUID uploadId) {
        var draft = find.sealed(mailbox.mailboxId(), draftId);
        var upload = draft.upload(uploadId).orElseThrow(UploadRefusals::notFound);
        if (!drafts.detach(draft, upload, caller.accountId())) {
            throw UploadRefusals.notFound();
        }
        blobs.forget(upload);
    }
}
