package fr.plisante.mailbox.reading;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.plisante.mailbox.envelope.Correspondent;
import fr.plisante.mailbox.envelope.Envelope.Role;
import fr.plisante.mailbox.envelope.Receipt.Reason;
import fr.plisante.mailbox.envelope.Receipt.State;
import fr.plisante.mailbox.mime.FileNames;
import fr.plisante.mailbox.mime.MimePart;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One message as its reader sees it.
 *
 * @param text empty when there is HTML
 * @param recipients what became of it, for its sender alone
 * @param onBehalfOf the person who wrote it for a mailbox that is not their own
 */
record MessageView(
        @JsonUnwrapped Item item,
        Correspondent from,
        List<Correspondent> to,
        List<Correspondent> cc,
        String subject,
        String preview,
        Instant date,
        String messageId,
        boolean hasHtml,
        String text,
        List<Part> parts,
        List<Recipient> recipients,
        @Nullable String onBehalfOf) {

    /** An attachment; its name is safe to show. */
    record Part(int part, String name, String type, long size) {

        static Part of(MimePart part) {
            var name = FileNames.shown(Objects.requireNonNull(part.name()));
            return new Part(part.number(), name, part.type(), part.size());
        }
    }

    /** What became of it in one mailbox. */
    record Recipient(
            String name,
            String address,
            Role role,
            State state,
            @Nullable Reason reason,
            @Nullable Instant deliveredAt,
            @Nullable Instant openedAt,
            @Nullable String openedBy,
            List<Download> downloads) {}

    /** The first download of an attachment. */
    record Download(int part, Instant at, @Nullable String by) {}
}
