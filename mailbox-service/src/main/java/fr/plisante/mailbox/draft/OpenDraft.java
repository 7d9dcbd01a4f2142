package fr.plisante.mailbox.draft;

import fr.plisante.mailbox.draft.DraftSeal.FileAbout;
import java.util.List;
import java.util.UUID;

/** A draft with its seal open. */
public record OpenDraft(Draft draft, DraftText text, List<File> files) {

    /** The same for a list: what was written, sealed or not, is not held any longer. */
    OpenDraft withoutText() {
        return new OpenDraft(draft.withoutText(), new DraftText(text.to(), text.cc(), text.subject(), ""), files);
    }

    /** An uploaded file with its seal open. */
    public record File(UUID uploadId, FileAbout about, long size) {

        /** The file of an upload. */
        public static File of(Draft.Upload upload, FileAbout about) {
            return new File(upload.uploadId(), about, upload.size());
        }
    }
}
