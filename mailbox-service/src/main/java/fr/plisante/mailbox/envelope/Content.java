package fr.plisante.mailbox.envelope;

import fr.plisante.mailbox.mime.MimePart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parsed headers and parts of a message; sealed in the envelope.
 *
 * @param writtenBy the person who wrote it for a mailbox that is not their own
 */
public record Content(
        Correspondent from,
        List<Correspondent> to,
        List<Correspondent> cc,
        String subject,
        List<String> references,
        List<MimePart> parts,
        @Nullable String writtenBy) {}
