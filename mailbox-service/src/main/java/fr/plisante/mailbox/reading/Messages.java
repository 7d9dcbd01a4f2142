package fr.plisante.mailbox.reading;

import fr.plisante.mailbox.audit.AuditRecord.Action;
import fr.plisante.mailbox.blob.Blobs;
import fr.plisante.mailbox.entry.EntryRefusals;
import fr.plisante.mailbox.entry.Holdings;
import fr.plisante.mailbox.entry.Holdings.Held;
import fr.plisante.mailbox.entry.NoteReading;
import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.envelope.Envelopes;
import fr.plisante.mailbox.envelope.SealedJson;
import fr.plisante.mailbox.envelope.SealedJson.Content;
import fr.plisante.mailbox.html.MessageHtml;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mime.MimePart;
import fr.plisante.mailbox.mime.MimeReader;
import fr.plisante.mailbox.sealing.EnvelopeKey;
import fr.plisante.starter.web.Caller;
import fr.plisante.starter.web.HeldMemory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Opens messages. An {@link Opened} is all there is to hand out. It comes from here alone, and only after the line is
 * stored that says who is given what: if the store refuses the line, nothing is handed out.
 */
@Component
public class Messages {

    static final String HTML = "text/html";
    static final String TEXT = "text/plain";

    private final Holdings holdings;
    private final NoteReading noteReading;
    private final Envelopes envelopes;
    private final Summaries summaries;
    private final Blobs blobs;
    private final HeldMemory memory;

    Messages(
            Holdings holdings,
            NoteReading noteReading,
            Envelopes envelopes,
            Summaries summaries,
            Blobs blobs,
            HeldMemory memory) {
        this.holdings = holdings;
        this.noteReading = noteReading;
        this.envelopes = envelopes;
        this.summaries = summaries;
        this.blobs = blobs;
        this.memory = memory;
    }

    /** The whole message of an entry, to reply to it. */
    public Message read(Caller caller, Mailbox mailbox, String entryId) {
        return Message.of(entryId, open(caller, mailbox, entryId));
    }

    /** Opens a message to be read. */
    Opened open(Caller caller, Mailbox mailbox, String entryId) {
        return open(caller, mailbox, holdings.find(mailbox, entryId));
    }

    /** The same of what was just looked up. */
    Opened open(Caller caller, Mailbox mailbox, Held held) {
        return open(caller, mailbox, held, Action.OPENED, null);
    }

    /** Opens a message for one of its attachments; refused when there is no such one. */
    Opened download(Caller caller, Mailbox mailbox, String entryId, int part) {
        return open(caller, mailbox, holdings.find(mailbox, entryId), Action.DOWNLOADED, part);
    }

    /** Opens a message to be taken away as a file. */
    Opened export(Caller caller, Mailbox mailbox, String entryId) {
        return open(caller, mailbox, holdings.find(mailbox, entryId), Action.EXPORTED, null);
    }

    private Opened open(Caller caller, Mailbox mailbox, Held held, Action action, @Nullable Integer part) {
        var opened = new Opened(held);
        if (part != null) {
            opened.attachment(part);
        }
        noteReading.note(caller, mailbox, held, action, part);
        return opened;
    }

    /** A message with its seal open. */
    final class Opened {

        private final Held held;
        private final Envelope envelope;
        private final EnvelopeKey key;
        private final Content content;

        private Opened(Held held) {
            var entry = held.entry();
            this.held = held;
            this.envelope = entry == null
                    ? held.requireSending()
                    : envelopes.find(entry.envelope()).orElseThrow(EntryRefusals::entryNotFound);
            this.key = summaries.key(held);
            this.content = SealedJson.content(
                    key,
                    envelope.envelopeId(),
                    Summaries.there(envelope.sealed()).content());
        }

        Item item() {
            return Item.of(held, envelope);
        }

        Envelope envelope() {
            return envelope;
        }

        Content content() {
            return content;
        }

        /** The first words of its text, as lists show them. */
        String preview() {
            var sealed = Summaries.there(envelope.sealed());
            return SealedJson.summary(key, envelope.envelopeId(), sealed.summary())
                    .preview();
        }

        List<MimePart> attachments() {
            return content.parts().stream().filter(MimePart::attachment).toList();
        }

        MimePart attachment(int number) {
            return attachments().stream()
                    .filter(part -> part.number() == number)
                    .findFirst()
                    .orElseThrow(EntryRefusals::partNotFound);
        }

        boolean has(String type) {
            return body(type).isPresent();
        }

        /** The message's own text of that type, if it has one. */
        Optional<String> text(String type) {
            return body(type).map(part -> {
                memory.hold(part.size());
                try (var message = source()) {
                    return MimeReader.text(message, part, MessageHtml.MAX_LENGTH * 4);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }

        InputStream part(MimePart part) throws IOException {
            return MimeReader.open(source(), part);
        }

        /** The whole message as it was sent, byte for byte. */
        InputStream source() throws IOException {
            return key.opening(blobs.open(envelope.blob().orElseThrow(EntryRefusals::entryNotFound)));
        }

        private Optional<MimePart> body(String type) {
            return content.parts().stream()
                    .filter(part -> !part.attachment() && part.type().equals(type))
                    .findFirst();
        }
    }
}
