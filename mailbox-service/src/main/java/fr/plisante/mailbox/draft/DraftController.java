package fr.plisante.mailbox.draft;

import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.starter.web.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The drafts of a mailbox: letters being written, several at a time, saved while typing. The draft's id is the key of
 * its sending: the same draft can be sent once. Every member of the mailbox sees its drafts.
 */
@RestController
@RequestMapping("/api/mailbox/mailboxes/{mailboxId}/drafts")
class DraftController {

    private static final int PAGE = 50;

    private final FindDrafts find;
    private final CreateDraft createDraft;
    private final SaveDraft saveDraft;
    private final DeleteDraft deleteDraft;

    DraftController(FindDrafts find, CreateDraft createDraft, SaveDraft saveDraft, DeleteDraft deleteDraft) {
        this.find = find;
        this.createDraft = createDraft;
        this.saveDraft = saveDraft;
        this.deleteDraft = deleteDraft;
    }

    /** What to begin with: nothing, or an entry of this mailbox and how it is answered ({@code reply} unless said). */
    record NewDraft(
            @Nullable UUID draftId,
            @Nullable String answers,
            @Nullable AnswerAs as) {}

    /** The words as typed, and the version they were typed over. */
    record TypedDraft(
            @NotNull Long version,
            @NotNull List<@NotNull String> to,
            @NotNull List<@NotNull String> cc,
            @NotNull String object,
            @NotNull String html) {}

    /**
     * Begins a draft. With a {@code draftId} of the client's own, asking again answers the same draft. Answers 409
     * {@code already-sent} with the {@code envelopeId} when that draft was sent, 404 when there is no such entry.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    DraftView create(Caller caller, Mailbox mailbox, @RequestBody(required = false) @Nullable NewDraft wish) {
        var wished = wish == null
                ? new CreateDraft.Wish(null, null, null)
                : new CreateDraft.Wish(wish.draftId(), wish.answers(), wish.as());
        return DraftView.of(createDraft.create(caller, mailbox, wished));
    }

    /** One page of drafts, latest first; a {@code Link} header with {@code rel="next"} leads to the next one. */
    @GetMapping
    ResponseEntity<List<DraftView>> page(
            Mailbox mailbox,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "" + PAGE) @Min(1) @Max(PAGE) int limit) {
        var drafts = find.page(mailbox.mailboxId(), before == null ? null : DraftCursor.parse(before), limit);
        var answer = ResponseEntity.ok();
        if (drafts.size() == limit) {
            var next = DraftCursor.after(drafts.getLast().draft());
            answer.header(
                    HttpHeaders.LINK,
                    "</api/mailbox/mailboxes/" + mailbox.mailboxId() + "/drafts?limit=" + limit + "&before=" + next
                            + ">; rel=\"next\"");
        }
        return answer.body(drafts.stream().map(DraftView::of).toList());
    }

    /** One draft. */
    @GetMapping("/{draftId}")
    DraftView one(Mailbox mailbox, @PathVariable UUID draftId) {
        return DraftView.of(find.one(mailbox.mailboxId(), draftId));
    }

    /**
     * Saves the words. Answers 409 {@code draft-changed} with the draft as {@code current} when it was saved elsewhere
     * since {@code version}: nothing is overwritten.
     */
    @PutMapping("/{draftId}")
    DraftView save(Caller caller, Mailbox mailbox, @PathVariable UUID draftId, @Valid @RequestBody TypedDraft typed) {
        var words = new Words(typed.to(), typed.cc(), typed.object(), typed.html());
        return DraftView.of(saveDraft.save(caller, mailbox, draftId, typed.version(), words));
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
