package fr.plisante.mailbox.sending;

import java.util.List;
import java.util.UUID;

/** What is to be sent, as the writer gave it. */
record Words(UUID draftId, List<String> to, List<String> cc, String object, String html, List<UUID> uploads) {}
