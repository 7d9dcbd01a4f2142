package fr.plisante.mailbox.draft;

import fr.plisante.mailbox.mime.MimeLetter;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What other features need of drafts: their uploads for sending, their end, their number. */
@Component
public class OutgoingDrafts {

    private final FindDrafts find;
    private final Drafts drafts;
    private final DraftSeal seal;
    private final DeleteDraft deleteDraft;
    private final DraftBlobs blobs;

    OutgoingDrafts(FindDrafts find, Drafts drafts, DraftSeal seal, DeleteDraft deleteDraft, DraftBlobs blobs) {
        this.find = find;
        this.drafts = drafts;
        this.seal = seal;
        this.deleteDraft = deleteDraft;
        this.blobs = blobs;
    }

    /** The draft with these uploads in this order; refused when there is no draft or an upload is not complete. */
    public SendableDraft find(UUID mailboxId, UUID draftId, List<UUID> uploads) {
        var draft = find.sealed(mailboxId, draftId);
        var key = seal.key(draft);
        var files = uploads.stream()
                .distinct()
                .map(uploadId -> draft.upload(uploadId).orElseThrow(UploadIncomplete::new))
                .map(upload -> {
                    var about = DraftSeal.about(key, upload);
                    return new MimeLetter.Attachment(
                            about.name(), about.type(), upload.size(), blobs.source(key, upload));
                })
                .toList();
        return new SendableDraft(
                draftId, mailboxId, files, draft.answers(), draft.as(), draft.inReplyTo(), draft.references());
    }

    /** The draft became an envelope and is of no use any more; told again, nothing changes. */
    public void sent(UUID mailboxId, UUID draftId) {
        deleteDraft.delete(mailboxId, draftId);
    }

    /** How many drafts a mailbox holds. */
    public long count(UUID mailboxId) {
        return drafts.count(mailboxId);
    }
}
