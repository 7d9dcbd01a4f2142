package fr.plisante.webmail.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A message being written. */
@SuppressWarnings("ConstantValue") // JSON may leave what is empty out.
public record Draft(
        UUID draftId,
        long version,
        List<String> to,
        List<String> cc,
        String subject,
        String html,
        List<Upload> uploads,
        Instant savedAt) {

    public Draft {
        to = to == null ? List.of() : List.copyOf(to);
        cc = cc == null ? List.of() : List.copyOf(cc);
        subject = subject == null ? "" : subject;
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
    public record Text(long version, List<String> to, List<String> cc, String subject, String html) {}
}
