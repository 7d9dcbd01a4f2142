package fr.plisante.mailbox.delivery;

import fr.plisante.mailbox.draft.DeleteDraft;
import fr.plisante.mailbox.draft.Draft;
import fr.plisante.mailbox.draft.Drafts;
import fr.plisante.mailbox.envelope.Envelope;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes away drafts that were sent but outlived their sending, because the process died in between. */
@Component
class SentDrafts {

    private final Drafts drafts;
    private final DeleteDraft deleteDraft;

    SentDrafts(Drafts drafts, DeleteDraft deleteDraft) {
        this.drafts = drafts;
        this.deleteDraft = deleteDraft;
    }

    void forget(Collection<Envelope> sent) {
        var mailboxIds = sent.stream().map(Envelope::mailboxId).collect(Collectors.toSet());
        var ids = sent.stream()
                .map(envelope -> Draft.id(envelope.mailboxId(), envelope.draft().draftId()))
                .toList();
        drafts.all(mailboxIds, ids).forEach(draft -> deleteDraft.delete(draft.mailboxId(), draft.draftId()));
    }
}
