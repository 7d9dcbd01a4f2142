package fr.plisante.mailbox.reply;

import fr.plisante.mailbox.draft.Draft;
import fr.plisante.mailbox.draft.DraftText;
import fr.plisante.mailbox.draft.MessageLimits;
import fr.plisante.mailbox.envelope.ReplyAction;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mime.MimePart;
import fr.plisante.mailbox.mime.OutgoingMessage.Attachment;
import fr.plisante.mailbox.reading.Message;
import fr.plisante.mailbox.reading.Messages;
import fr.plisante.mailbox.sealing.EnvelopeKey;
import fr.plisante.mailbox.upload.UploadBlobs;
import fr.plisante.starter.web.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a draft begins with. */
@Component
class BeginReply {

    private final Messages messages;
    private final UploadBlobs blobs;
    private final MessageLimits limits;
    private final RegionZones zones;
    private final MessageSource texts;

    BeginReply(Messages messages, UploadBlobs blobs, MessageLimits limits, RegionZones zones, MessageSource texts) {
        this.messages = messages;
        this.blobs = blobs;
        this.limits = limits;
        this.zones = zones;
        this.texts = texts;
    }

    /** How a draft begins; {@code size} counts text and files. */
    record Beginning(DraftText text, List<Draft.Upload> uploads, long size, Draft.@Nullable Conversation conversation) {

        static final Beginning EMPTY = new Beginning(DraftText.EMPTY, List.of(), 0, null);
    }

    /** Reads the message that is answered and, to forward it, copies its files under the draft's key. */
    Beginning begin(Caller caller, Mailbox mailbox, NewDraft wanted, EnvelopeKey key) {
        if (wanted.inReplyTo() == null) {
            return Beginning.EMPTY;
        }
        var message = messages.read(caller, mailbox, wanted.inReplyTo());
        var action = wanted.action() == null ? ReplyAction.REPLY : wanted.action();
        var reply = new Reply(message, action, mailbox.address());
        var text = reply.text(new Quotation(message, Locale.of(caller.locale()), texts), zones.of(mailbox.regionId()));
        var files = action == ReplyAction.FORWARD ? message.attachments() : List.<MimePart>of();
        var size = MessageLimits.size(text.html())
                + files.stream().mapToLong(MimePart::size).sum();
        limits.requireDraft(size);
        return new Beginning(text, copies(message, files, key), size, reply.conversation(wanted.inReplyTo()));
    }

    /** Takes back what was copied for a draft that came to nothing. */
    void abandon(Beginning beginning) {
        beginning.uploads().forEach(blobs::forget);
    }

    private List<Draft.Upload> copies(Message message, List<MimePart> files, EnvelopeKey key) {
        var copies = new ArrayList<Draft.Upload>();
        try {
            for (var file : files) {
                var name = file.name() == null ? "" : file.name();
                copies.add(
                        blobs.copy(key, new Attachment(name, file.type(), file.size(), message.part(file.number()))));
            }
        } catch (IOException e) {
            copies.forEach(blobs::forget);
            throw new UncheckedIOException(e);
        }
        return copies;
    }
}
