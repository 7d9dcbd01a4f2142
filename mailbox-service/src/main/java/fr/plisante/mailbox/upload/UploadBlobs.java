package fr.plisante.mailbox.upload;

import fr.plisante.mailbox.blob.BlobId;
import fr.plisante.mailbox.blob.Blobs;
import fr.plisante.mailbox.draft.Draft;
import fr.plisante.mailbox.draft.DraftSeal;
import fr.plisante.mailbox.draft.DraftSeal.FileAbout;
import fr.plisante.mailbox.mime.OutgoingMessage.Attachment;
import fr.plisante.mailbox.sealing.EnvelopeKey;
import fr.plisante.starter.Ids;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The bytes of uploaded files, sealed under their draft's key. */
@Component
public class UploadBlobs {

    private final Blobs blobs;
    private final DraftSeal seal;

    UploadBlobs(Blobs blobs, DraftSeal seal) {
        this.blobs = blobs;
        this.seal = seal;
    }

    /** A file whose bytes are durable, though no draft names it yet. */
    record Stored(Draft.Upload upload, FileAbout about) {}

    /** Streams a file in. */
    Stored write(EnvelopeKey key, UUID uploadId, String name, String type, Arriving arriving) throws IOException {
        var blob = blobs.write(out -> {
            try (var sealed = key.sealing(out)) {
                arriving.transferTo(sealed);
                arriving.requireWhole();
            }
        });
        var about = new FileAbout(name, type, arriving.sha256());
        return new Stored(
                new Draft.Upload(uploadId, blob.value(), DraftSeal.about(key, uploadId, about), arriving.size()),
                about);
    }

    /** Copies the file of a message for a draft with this key. */
    public Draft.Upload copy(EnvelopeKey key, Attachment file) throws IOException {
        try (var content = file.content().open()) {
            var arriving = new Arriving(content, file.size(), file.size());
            return write(key, Ids.next(), file.name(), file.type(), arriving).upload();
        }
    }

    /** These files of a draft in this order, as they go into a message; refused when one is not there. */
    public List<Attachment> attachments(@Nullable Draft draft, List<UUID> uploads) {
        if (uploads.isEmpty()) {
            return List.of();
        }
        if (draft == null) {
            throw UploadRefusals.incomplete();
        }
        var key = seal.key(draft);
        return uploads.stream()
                .distinct()
                .map(uploadId -> draft.upload(uploadId).orElseThrow(UploadRefusals::incomplete))
                .map(upload -> attachment(key, upload))
                .toList();
    }

    private Attachment attachment(EnvelopeKey key, Draft.Upload upload) {
        var about = DraftSeal.about(key, upload);
        return new Attachment(
                about.name(), about.type(), upload.size(), () -> key.opening(blobs.open(new BlobId(upload.blob()))));
    }

    /** Deletes the bytes of a file that no draft names any more. */
    public void forget(Draft.Upload upload) {
        blobs.forget(new BlobId(upload.blob()));
    }
}
