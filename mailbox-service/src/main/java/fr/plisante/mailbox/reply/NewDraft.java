package fr.plisante.mailbox.reply;

import fr.plisante.mailbox.envelope.ReplyAction;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a draft shall begin with.
 *
 * @param draftId an id of the client's own, which makes a repeat harmless
 * @param inReplyTo the entry that it answers or forwards; null for an empty draft
 * @param action {@code reply} unless said
 */
record NewDraft(
        @Nullable UUID draftId,
        @Nullable String inReplyTo,
        @Nullable ReplyAction action) {

    static final NewDraft EMPTY = new NewDraft(null, null, null);
}
