package fr.plisante.mailbox.draft;

import fr.plisante.mailbox.html.LetterHtml;
import fr.plisante.mailbox.mime.FileNames;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A draft as programs are shown it. */
record DraftView(
        UUID draftId,
        long version,
        List<String> to,
        List<String> cc,
        String object,
        String html,
        List<UploadView> uploads,
        Instant savedAt,
        @Nullable String answers,
        @Nullable String as) {

    /** An uploaded file; {@code name} is safe to show, the letter keeps the one it came with. */
    record UploadView(UUID uploadId, String name, String type, long size) {

        static UploadView of(OpenDraft.File file) {
            return new UploadView(
                    file.uploadId(),
                    FileNames.shown(file.about().name()),
                    file.about().type(),
                    file.size());
        }
    }

    static DraftView of(OpenDraft open) {
        var draft = open.draft();
        var words = open.words();
        return new DraftView(
                draft.draftId(),
                draft.version(),
                words.to(),
                words.cc(),
                words.object(),
                LetterHtml.clean(words.html()),
                open.files().stream().map(UploadView::of).toList(),
                draft.savedAt(),
                draft.answers(),
                draft.as());
    }
}
