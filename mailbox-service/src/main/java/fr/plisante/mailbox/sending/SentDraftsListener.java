package fr.plisante.mailbox.sending;

import fr.plisante.events.mailbox.EnvelopeSent;
import fr.plisante.mailbox.draft.DeleteDraft;
import fr.plisante.mailbox.draft.Draft;
import fr.plisante.mailbox.draft.Drafts;
import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.envelope.EnvelopeRef;
import fr.plisante.mailbox.envelope.Envelopes;
import fr.plisante.starter.event.ReceivedEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Takes away drafts that were sent but outlived their sending, because the process died in between. */
@Component
class SentDraftsListener {

    private final Envelopes envelopes;
    private final Drafts drafts;
    private final DeleteDraft deleteDraft;

    SentDraftsListener(Envelopes envelopes, Drafts drafts, DeleteDraft deleteDraft) {
        this.envelopes = envelopes;
        this.drafts = drafts;
        this.deleteDraft = deleteDraft;
    }

    @KafkaListener(topics = EnvelopeSent.TOPIC, groupId = "mailbox-service.drafts", batch = "true")
    void on(List<ReceivedEvent<EnvelopeSent>> batch) {
        forget(batch.stream()
                .map(received -> new EnvelopeRef(
                        received.event().envelopeId(), received.event().fromMailboxId()))
                .collect(Collectors.toSet()));
    }

    void forget(Set<EnvelopeRef> sent) {
        var envelopesSent = envelopes.all(sent).values();
        var mailboxIds = envelopesSent.stream().map(Envelope::mailboxId).collect(Collectors.toSet());
        var ids = envelopesSent.stream()
                .map(envelope -> Draft.id(envelope.mailboxId(), envelope.draft().draftId()))
                .toList();
        drafts.all(mailboxIds, ids).forEach(draft -> deleteDraft.delete(draft.mailboxId(), draft.draftId()));
    }
}
