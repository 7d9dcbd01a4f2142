package fr.plisante.mailbox.envelope;

import fr.plisante.mailbox.mime.MimePart;
import java.util.List;

/** The parsed headers and parts of a message; sealed in the envelope. */
public record Content(
        Correspondent from,
        List<Correspondent> to,
        List<Correspondent> cc,
        String subject,
        List<String> references,
        List<MimePart> parts) {}
