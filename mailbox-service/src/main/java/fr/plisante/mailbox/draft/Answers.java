package fr.plisante.mailbox.draft;

import fr.plisante.mailbox.entry.Message;
import fr.plisante.mailbox.entry.Messages;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mime.MimePart;
import fr.plisante.mailbox.sealing.EnvelopeKey;
import fr.plisante.starter.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a draft begins with when it answers an entry. */
@Component
class Answers {

    private final Messages letters;
    private final DraftBlobs blobs;
    private final RegionZones zones;
    private final MessageSource messages;

    Answers(Messages letters, DraftBlobs blobs, RegionZones zones, MessageSource messages) {
        this.letters = letters;
        this.blobs = blobs;
        this.zones = zones;
        this.messages = messages;
    }

    /** How a draft begins. */
    record Beginning(
            Words words,
            List<Draft.Upload> uploads,
            @Nullable String inReplyTo,
            List<String> references) {

        static final Beginning EMPTY = new Beginning(Words.NONE, List.of(), null, List.of());

        long attached() {
            return uploads.stream().mapToLong(Draft.Upload::size).sum();
        }
    }

    /** Reads the entry and, to forward it, copies its files under the draft's key. */
    Beginning to(Mailbox mailbox, String entryId, AnswerAs as, EnvelopeKey key, Locale locale) {
        var letter = letters.read(mailbox, entryId);
        var answer = new Answer(letter, as, mailbox.address(), locale, messages);
        return new Beginning(
                answer.words(zones.of(mailbox.regionId())),
                as == AnswerAs.FORWARD ? copies(letter, key) : List.of(),
                as == AnswerAs.FORWARD ? null : letter.messageId(),
                answer.references());
    }

    /** Takes back what was copied for a draft that came to nothing. */
    void abandon(Beginning beginning) {
        beginning.uploads().forEach(blobs::forget);
    }

    private List<Draft.Upload> copies(Message letter, EnvelopeKey key) {
        var copies = new ArrayList<Draft.Upload>();
        try {
            for (var part : letter.attachments()) {
                copies.add(copy(letter, part, key));
            }
        } catch (IOException e) {
            copies.forEach(blobs::forget);
            throw new UncheckedIOException(e);
        }
        return copies;
    }

    private Draft.Upload copy(Message letter, MimePart part, EnvelopeKey key) throws IOException {
        UUID uploadId = Ids.next();
        try (var content = letter.part(part.number()).open()) {
            var name = part.name() == null ? "" : part.name();
            return blobs.write(key, uploadId, name, part.type(), new Arriving(content, part.size(), Long.MAX_VALUE))
                    .upload();
        }
    }
}
