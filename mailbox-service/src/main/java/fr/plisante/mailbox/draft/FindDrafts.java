package fr.plisante.mailbox.draft;

import fr.plisante.mailbox.envelope.Envelopes;
import fr.plisante.starter.web.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Drafts with their seal open. */
@Component
class FindDrafts {

    private final Drafts drafts;
    private final DraftSeal seal;
    private final Envelopes envelopes;

    FindDrafts(Drafts drafts, DraftSeal seal, Envelopes envelopes) {
        this.drafts = drafts;
        this.seal = seal;
        this.envelopes = envelopes;
    }

    OpenDraft one(UUID mailboxId, UUID draftId) {
        return open(sealed(mailboxId, draftId));
    }

    List<OpenDraft> page(UUID mailboxId, Drafts.@Nullable Cursor before, int limit) {
        return drafts.page(mailboxId, before, limit).stream().map(this::open).toList();
    }

    Draft sealed(UUID mailboxId, UUID draftId) {
        return drafts.find(mailboxId, draftId).orElseThrow(() -> gone(mailboxId, draftId));
    }

    /** The draft if there is one already; refused when it was sent. */
    Optional<OpenDraft> unlessSent(UUID mailboxId, UUID draftId) {
        var there = drafts.find(mailboxId, draftId);
        if (there.isEmpty() && gone(mailboxId, draftId) instanceof DraftSent sent) {
            throw sent;
        }
        return there.map(this::open);
    }

    /** Why there is no such draft: it was sent, or there never was one for this mailbox. */
    Refusal gone(UUID mailboxId, UUID draftId) {
        return envelopes
                .sentFrom(mailboxId, draftId)
                .<Refusal>map(envelope -> new DraftSent(envelope.envelopeId()))
                .orElseGet(DraftNotFound::new);
    }

    OpenDraft open(Draft draft) {
        var key = seal.key(draft);
        return new OpenDraft(
                draft,
                DraftSeal.words(key, draft),
                draft.uploads().stream()
                        .map(upload -> OpenDraft.File.of(upload, DraftSeal.about(key, upload)))
                        .toList());
    }
}
