package fr.plisante.mailbox.upload;

import fr.plisante.mailbox.draft.Draft;
import fr.plisante.mailbox.draft.DraftSeal;
import fr.plisante.mailbox.draft.Drafts;
import fr.plisante.mailbox.draft.FindDrafts;
import fr.plisante.mailbox.draft.MessageLimits;
import fr.plisante.mailbox.draft.OpenDraft;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mime.FileNames;
import fr.plisante.mailbox.sealing.EnvelopeKey;
import fr.plisante.starter.web.Caller;
import fr.plisante.starter.web.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Streams a file into a sealed blob and puts it into its draft; what fails on the way leaves nothing behind. */
@Component
class AddUpload {

    private final FindDrafts find;
    private final Drafts drafts;
    private final DraftSeal seal;
    private final UploadBlobs blobs;
    private final MessageLimits limits;

    AddUpload(FindDrafts find, Drafts drafts, DraftSeal seal, UploadBlobs blobs, MessageLimits limits) {
        this.find = find;
        this.drafts = drafts;
        this.seal = seal;
        this.blobs = blobs;
        this.limits = limits;
    }

    /** A file as it is offered; {@code length} is what the client announces, -1 if it does not. */
    record Offered(UUID uploadId, String name, String type, long length, InputStream body) {}

    /** The file in the draft, and whether it is new there. */
    record Added(OpenDraft.File file, boolean isNew) {}

    Added add(Caller caller, Mailbox mailbox, UUID draftId, Offered offered) {
        if (!FileNames.isAcceptable(offered.name())) {
            throw UploadRefusals.nameInvalid();
        }
        var draft = find.sealed(mailbox.mailboxId(), draftId);
        var key = seal.key(draft);
        var before = draft.upload(offered.uploadId());
        try {
            return before.isPresent()
                    ? new Added(repeated(key, before.get(), offered), false)
                    : store(caller, draft, key, offered);
        } catch (Arriving.TooMuch e) {
            throw before.isPresent() ? UploadRefusals.different() : tooLarge(draft);
        } catch (Arriving.Cut e) {
            throw UploadRefusals.cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Added store(Caller caller, Draft draft, EnvelopeKey key, Offered offered) throws IOException {
        requireRoom(draft);
        var arriving = new Arriving(offered.body(), offered.length(), left(draft));
        var stored = blobs.write(key, offered.uploadId(), offered.name(), offered.type(), arriving);
        if (drafts.attach(draft, stored.upload(), limits.maxBytes(), limits.maxUploads(), caller.accountId())) {
            return new Added(OpenDraft.File.of(stored.upload(), stored.about()), true);
        }
        blobs.forget(stored.upload());
        var now = find.sealed(draft.mailboxId(), draft.draftId());
        var other = now.upload(offered.uploadId()).orElseThrow(() -> {
            requireRoom(now);
            return tooLarge(now);
        });
        return new Added(same(key, other, stored.upload().size(), stored.about().sha256()), false);
    }

    private void requireRoom(Draft draft) {
        if (draft.uploads().size() >= limits.maxUploads()) {
            throw UploadRefusals.tooMany(limits.maxUploads());
        }
    }

    private long left(Draft draft) {
        return Math.max(0, limits.maxBytes() - draft.size());
    }

    private Refusal tooLarge(Draft draft) {
        return UploadRefusals.tooLarge(left(draft), limits.maxBytes());
    }

    /** A repeat after a lost answer changes nothing; another file under the same id is refused. */
    private OpenDraft.File repeated(EnvelopeKey key, Draft.Upload there, Offered offered) throws IOException {
        var arriving = new Arriving(offered.body(), offered.length(), limits.maxBytes());
        arriving.transferTo(OutputStream.nullOutputStream());
        arriving.requireWhole();
        return same(key, there, arriving.size(), arriving.sha256());
    }

    private static OpenDraft.File same(EnvelopeKey key, Draft.Upload there, long size, String sha256) {
        var about = DraftSeal.about(key, there);
        if (there.size() != size || !about.sha256().equals(sha256)) {
            throw UploadRefusals.different();
        }
        return OpenDraft.File.of(there, about);
    }
}
