package fr.plisante.mailbox.draft;

import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.envelope.Envelopes;
import fr.plisante.starter.web.HeldMemory;
import fr.plisante.starter.web.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Drafts with their seal open. */
@Component
public class FindDrafts {

    private final Drafts drafts;
    private final DraftSeal seal;
    private final Envelopes envelopes;
    private final HeldMemory memory;

    FindDrafts(Drafts drafts, DraftSeal seal, Envelopes envelopes, HeldMemory memory) {
        this.drafts = drafts;
        this.seal = seal;
        this.envelopes = envelopes;
        this.memory = memory;
    }

    /** One draft; refused when there is none. */
    public OpenDraft one(UUID mailboxId, UUID draftId) {
        var draft = sealed(mailboxId, draftId);
        memory.hold(draft.text().length());
        return open(draft);
    }

    /** One draft as it is stored; refused when there is none. */
    public Draft sealed(UUID mailboxId, UUID draftId) {
        return drafts.find(mailboxId, draftId).orElseThrow(() -> gone(mailboxId, draftId));
    }

    /** The draft if there is one already; refused when it was sent. */
    public Optional<OpenDraft> unlessSent(UUID mailboxId, UUID draftId) {
        var there = drafts.find(mailboxId, draftId).map(this::open);
        if (there.isEmpty()) {
            envelopes.sentFrom(mailboxId, draftId).map(FindDrafts::sent).ifPresent(refusal -> {
                throw refusal;
            });
        }
        return there;
    }

    /** Opens a draft. */
    public OpenDraft open(Draft draft) {
        var key = seal.key(draft);
        return new OpenDraft(
                draft,
                DraftSeal.text(key, draft),
                draft.uploads().stream()
                        .map(upload -> OpenDraft.File.of(upload, DraftSeal.about(key, upload)))
                        .toList());
    }

    /** How many drafts a mailbox holds, at most so many. */
    public long count(UUID mailboxId, int most) {
        return drafts.count(mailboxId, most);
    }

    /** Without what stands in the drafts: fifty of them may be 200 MB. */
    List<OpenDraft> page(UUID mailboxId, Drafts.@Nullable Cursor before, int limit) {
        return drafts.page(mailboxId, before, limit, draft -> open(draft).withoutText());
    }

    /** Why there is no such draft: it was sent, or there never was one for this mailbox. */
    Refusal gone(UUID mailboxId, UUID draftId) {
        return envelopes.sentFrom(mailboxId, draftId).map(FindDrafts::sent).orElseGet(DraftRefusals::notFound);
    }

    /** Why a draft cannot be had any more: it is this envelope now. */
    public static Refusal sent(Envelope envelope) {
        return DraftRefusals.alreadySent(envelope.envelopeId());
    }
}
