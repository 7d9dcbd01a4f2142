package fr.plisante.mailbox.reading;

import fr.plisante.mailbox.entry.EntryRefusals;
import fr.plisante.mailbox.envelope.Content;
import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.mime.MimePart;
import fr.plisante.mailbox.sealing.EnvelopeKey;
import java.util.List;
import java.util.Optional;

/** A message with its seal open. */
record Opened(Item item, Envelope envelope, EnvelopeKey key, Content content) {

    static final String HTML = "text/html";
    static final String TEXT = "text/plain";

    MimePart part(int number) {
        return content.parts().stream()
                .filter(part -> part.number() == number)
                .findFirst()
                .orElseThrow(EntryRefusals::partNotFound);
    }

    /** The message's own body of that type. */
    Optional<MimePart> body(String type) {
        return content.parts().stream()
                .filter(part -> !part.attachment() && part.type().equals(type))
                .findFirst();
    }

    List<MimePart> attachments() {
        return content.parts().stream().filter(MimePart::attachment).toList();
    }
}
