package fr.plisante.webmail.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A letter being written. */
@SuppressWarnings("ConstantValue") // JSON may leave what is empty out.
public record Draft(
        UUID draftId,
        long version,
        List<String> to,
        List<String> cc,
        String object,
        String html,
        List<Upload> uploads,
        Instant savedAt,
        @Nullable String answers,
        @Nullable String as) {

    public Draft {
        to = to == null ? List.of() : List.copyOf(to);
        cc = cc == null ? List.of() : List.copyOf(cc);
        object = object == null ? "" : object;
        html = html == null ? "" : html;
        uploads = uploads == null ? List.of() : List.copyOf(uploads);
    }

    /** The bytes of all its attachments. */
    public long uploadedBytes() {
        return uploads.stream().mapToLong(Upload::size).sum();
    }

    /** An attachment of it. */
    public record Upload(UUID uploadId, String name, String type, long size) {}

    /** What is saved while typing. */
    public record Text(long version, List<String> to, List<String> cc, String object, String html) {}
}
