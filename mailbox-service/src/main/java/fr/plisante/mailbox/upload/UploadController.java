package fr.plisante.mailbox.upload;

import fr.plisante.mailbox.draft.DraftView;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.starter.web.Caller;
import fr.plisante.starter.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The files of a draft, each put as the plain body of a request under an id of the client's own. */
@RestController
@RequestMapping("/api/mailbox/mailboxes/{mailboxId}/drafts/{draftId}/uploads/{uploadId}")
class UploadController {

    /**
     * A client that is refused before its file went through reads the answer only once it could send all of it: of a
     * file that is far too large more is read on than Tomcat would.
     */
    private static final long SWALLOWED = 256L * 1024 * 1024;

    private final AddUpload addUpload;
    private final RemoveUpload removeUpload;

    UploadController(AddUpload addUpload, RemoveUpload removeUpload) {
        this.addUpload = addUpload;
        this.removeUpload = removeUpload;
    }

    /**
     * Puts a file into the draft: 201, or 200 when the same file is there already under this id. Nothing of a file is
     * kept that was cut (400 {@code upload-cut}), would make the draft too large (413 {@code upload-too-large} with
     * {@code left} and {@code limit} in bytes) or differs from the one there (409 {@code upload-different}).
     */
    @PutMapping
    ResponseEntity<DraftView.UploadView> put(
            Caller caller,
            Mailbox mailbox,
            @PathVariable UUID draftId,
            @PathVariable UUID uploadId,
            @RequestParam String name,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String type,
            HttpServletRequest request)
            throws IOException {
        var offered = new AddUpload.Offered(
                uploadId,
                name,
                type == null ? MediaType.APPLICATION_OCTET_STREAM_VALUE : type,
                request.getContentLengthLong(),
                request.getInputStream());
        try {
            var added = addUpload.add(caller, mailbox, draftId, offered);
            return ResponseEntity.status(added.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                    .body(DraftView.UploadView.of(added.file()));
        } catch (Refusal e) {
            if (e.status() == HttpStatus.CONTENT_TOO_LARGE) {
                offered.body().skip(SWALLOWED);
            }
            throw e;
        }
    }

    /** Takes a file out of the draft. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, Mailbox mailbox, @PathVariable UUID draftId, @PathVariable UUID uploadId) {
        removeUpload.remove(caller, mailbox, draftId, uploadId);
    }
}
