package fr.plisante.mailbox.draft;

import fr.plisante.mailbox.draft.DraftSeal.FileAbout;
import java.util.List;
import java.util.UUID;

/** A draft with its seal open. */
public record OpenDraft(Draft draft, DraftText text, List<File> files) {

    /** An uploaded file with its seal open. */
    public record File(UUID uploadId, FileAbout about, long size) {

        /** The file of an upload. */
        public static File of(Draft.Upload upload, FileAbout about) {
            return new File(upload.uploadId(), about, upload.size());
        }
    }
}
