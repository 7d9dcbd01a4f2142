package fr.plisante.mailbox.envelope;

import java.util.List;

/** What a list shows of a message; sealed in the envelope and, byte for byte, in each entry. */
public record Summary(Correspondent from, List<Correspondent> to, String subject, String preview) {}
