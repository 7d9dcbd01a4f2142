package fr.plisante.mailbox.draft;

import java.util.List;
import java.util.UUID;

/** A draft with its seal open. */
record OpenDraft(Draft draft, Words words, List<File> files) {

    /** An uploaded file with its seal open. */
    record File(UUID uploadId, FileAbout about, long size) {

        static File of(Draft.Upload upload, FileAbout about) {
            return new File(upload.uploadId(), about, upload.size());
        }
    }
}
