package fr.plisante.mailbox.reply;

import fr.plisante.mailbox.draft.DraftView;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.starter.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Begins drafts. */
@RestController
class NewDraftController {

    private final CreateDraft createDraft;

    NewDraftController(CreateDraft createDraft) {
        this.createDraft = createDraft;
    }

    /**
     * Begins a draft. With a {@code draftId} of the client's own, asking again answers the same draft. Answers 409
     * {@code already-sent} with the {@code envelopeId} when that draft was sent, 404 when there is no such entry.
     */
    @PostMapping("/api/mailbox/mailboxes/{mailboxId}/drafts")
    @ResponseStatus(HttpStatus.CREATED)
    DraftView create(Caller caller, Mailbox mailbox, @RequestBody(required = false) @Nullable NewDraft draft) {
        return DraftView.of(createDraft.create(caller, mailbox, draft == null ? NewDraft.EMPTY : draft));
    }
}
