package fr.plisante.mailbox.sending;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;

/** What is to be sent, as the writer gave it. */
record SendRequest(
        @NotNull UUID draftId,
        @NotNull List<@NotNull String> to,
        @NotNull List<@NotNull String> cc,
        @NotNull String subject,
        @NotNull String html,
        @NotNull List<@NotNull UUID> uploads) {}
