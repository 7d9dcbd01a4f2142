package fr.plisante.mailbox.draft;

import fr.plisante.mailbox.envelope.ReplyAction;
import fr.plisante.mailbox.html.MessageHtml;
import fr.plisante.mailbox.mime.FileNames;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A draft as programs are shown it. */
public record DraftView(
        UUID draftId,
        long version,
        List<String> to,
        List<String> cc,
        String subject,
        String html,
        List<UploadView> uploads,
        Instant savedAt,
        @Nullable String inReplyTo,
        @Nullable ReplyAction action) {

    /** An uploaded file; {@code name} is safe to show, the message keeps the one it came with. */
    public record UploadView(UUID uploadId, String name, String type, long size) {

        /** What is shown of a file. */
        public static UploadView of(OpenDraft.File file) {
            return new UploadView(
                    file.uploadId(),
                    FileNames.shown(file.about().name()),
                    file.about().type(),
                    file.size());
        }
    }

    /** What is shown of a draft. */
    public static DraftView of(OpenDraft open) {
        var draft = open.draft();
        var text = open.text();
        var conversation = draft.conversation();
        return new DraftView(
                draft.draftId(),
                draft.version(),
                text.to(),
                text.cc(),
                text.subject(),
                MessageHtml.clean(text.html()),
                open.files().stream().map(UploadView::of).toList(),
                draft.savedAt(),
                conversation == null ? null : conversation.inReplyTo(),
                conversation == null ? null : conversation.action());
    }
}
