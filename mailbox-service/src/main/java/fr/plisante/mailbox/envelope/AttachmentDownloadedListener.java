package fr.plisante.mailbox.envelope;

import fr.plisante.events.mailbox.AttachmentDownloaded;
import fr.plisante.starter.event.ReceivedEvent;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** The sender's receipts: which attachment was downloaded, and by whom. */
@Component
class AttachmentDownloadedListener {

    private final Envelopes envelopes;

    AttachmentDownloadedListener(Envelopes envelopes) {
        this.envelopes = envelopes;
    }

    @KafkaListener(topics = AttachmentDownloaded.TOPIC, groupId = "mailbox-service.receipts", batch = "true")
    void on(List<ReceivedEvent<AttachmentDownloaded>> batch) {
        envelopes.note(batch.stream().map(AttachmentDownloadedListener::noted).toList());
    }

    private static Envelopes.Noted noted(ReceivedEvent<AttachmentDownloaded> received) {
        var downloaded = received.event();
        return new Envelopes.Noted(
                new EnvelopeRef(downloaded.envelopeId(), downloaded.fromMailboxId()),
                downloaded.mailboxId(),
                "downloads." + downloaded.part(),
                new Receipt.Act(downloaded.downloadedAt(), received.origin().actor()));
    }
}
