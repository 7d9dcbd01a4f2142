package fr.plisante.mailbox.draft;

import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.starter.web.Caller;
import fr.plisante.starter.web.Page;
import fr.plisante.starter.web.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The drafts of a mailbox: messages being written, several at a time, saved while typing. The draft's id is the key of
 * its sending: the same draft can be sent once. Every member of the mailbox sees its drafts.
 */
@RestController
@RequestMapping("/api/mailbox/mailboxes/{mailboxId}/drafts")
class DraftController {

    private final FindDrafts find;
    private final SaveDraft saveDraft;
    private final DeleteDraft deleteDraft;

    DraftController(FindDrafts find, SaveDraft saveDraft, DeleteDraft deleteDraft) {
        this.find = find;
        this.saveDraft = saveDraft;
        this.deleteDraft = deleteDraft;
    }

    /** The text as typed, and the version it was typed over. */
    record TypedDraft(
            @NotNull Long version,
            @NotNull List<@NotNull String> to,
            @NotNull List<@NotNull String> cc,
            @NotNull String subject,
            @NotNull String html) {}

    /** One page of drafts, latest first; {@code html} is empty in a list. */
    @GetMapping
    Page<DraftView> page(Mailbox mailbox, Paging paging) {
        var before = paging.after(Drafts.Cursor::parse);
        return paging.page(find.page(mailbox.mailboxId(), before, paging.fetch()), Drafts.Cursor::after)
                .map(DraftView::of);
    }

    /** One draft. */
    @GetMapping("/{draftId}")
    DraftView one(Mailbox mailbox, @PathVariable UUID draftId) {
        return DraftView.of(find.one(mailbox.mailboxId(), draftId));
    }

    /**
     * Saves the text. Answers 409 {@code draft-changed} with the draft as {@code current} when it was saved elsewhere
     * since {@code version}: nothing is overwritten.
     */
    @PutMapping("/{draftId}")
    DraftView save(Caller caller, Mailbox mailbox, @PathVariable UUID draftId, @Valid @RequestBody TypedDraft typed) {
        var text = new DraftText(typed.to(), typed.cc(), typed.subject(), typed.html());
        return DraftView.of(saveDraft.save(caller, mailbox, draftId, typed.version(), text));
    }

    /** Deletes the draft with its files. */
    @DeleteMapping("/{draftId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Mailbox mailbox, @PathVariable UUID draftId) {
        if (!deleteDraft.delete(mailbox.mailboxId(), draftId)) {
            throw find.gone(mailbox.mailboxId(), draftId);
        }
    }
}
