package fr.plisante.mailbox.envelope;

import com.mongodb.client.model.Updates;
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
        var field = "downloads." + downloaded.part();
        var path = "receipts." + downloaded.mailboxId() + "." + field;
        return new Envelopes.Noted(
                downloaded.envelopeId(),
                downloaded.mailboxId(),
                field,
                Updates.combine(
                        Updates.set(path + ".at", downloaded.downloadedAt()),
                        Updates.set(path + ".by", received.origin().actor())));
    }
}
