package fr.plisante.mailbox.sending;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent, as the writer gave it.
 *
 * @param draftId of the draft that is sent, or an id that the writer made: a sending repeated under it sends nothing more
 * @param unsaved whether no draft was saved under that id: the message, without files, is all there is
 */
record SendRequest(
        @NotNull UUID draftId,
        @NotNull List<@NotNull String> to,
        @NotNull List<@NotNull String> cc,
        @NotNull String subject,
        @NotNull String html,
        @NotNull List<@NotNull UUID> uploads,
        @Nullable Boolean unsaved) {

    boolean hasDraft() {
        return unsaved == null || !unsaved;
    }
}
