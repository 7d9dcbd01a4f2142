package fr.plisante.mailbox.draft;

import fr.plisante.mailbox.mime.MimeLetter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A draft at the moment of sending: its uploads in the order asked for, readable once each through {@link MimeLetter.Source}, and what it answers ({@code answers} is the entry id, {@code as} is {@code reply}, {@code reply-all} or {@code forward}). */
public record SendableDraft(
        UUID draftId,
        UUID mailboxId,
        List<MimeLetter.Attachment> uploads,
        @Nullable String answers,
        @Nullable String as,
        @Nullable String inReplyTo,
        List<String> references) {}
