package fr.plisante.webmail.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    /** As it is sent. */
    public Outgoing asSent() {
        return new Outgoing(
                draftId,
                to,
                cc,
                subject,
                html,
                uploads.stream().map(Upload::uploadId).toList());
    }

    /** An attachment of it. */
    public record Upload(UUID uploadId, String name, String type, long size) {}

    /**
     * What it starts from.
     *
     * @param inReplyTo entry that is answered or forwarded
     * @param action {@code reply}, {@code replyAll} or {@code forward}
     */
    public record Start(
            @Nullable String inReplyTo, @Nullable String action) {}

    /** What is saved while typing. */
    public record Text(long version, List<String> to, List<String> cc, String subject, String html) {}

    /** A message as it leaves. */
    public record Outgoing(
            UUID draftId, List<String> to, List<String> cc, String subject, String html, List<UUID> uploads) {}
}
