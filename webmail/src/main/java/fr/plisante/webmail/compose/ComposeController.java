package fr.plisante.webmail.compose;

import fr.plisante.starter.Ids;
import fr.plisante.starter.web.HeldMemory;
import fr.plisante.webmail.client.Draft;
import fr.plisante.webmail.client.MailboxClient;
import fr.plisante.webmail.client.ServiceRefused;
import fr.plisante.webmail.client.SideBySide;
import fr.plisante.webmail.layout.ConfirmPage;
import fr.plisante.webmail.layout.FindLayout;
import fr.plisante.webmail.layout.PageNotFound;
import fr.plisante.webmail.layout.Place;
import fr.plisante.webmail.layout.Redirect;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

@Controller
class ComposeController {

    private static final String REMOVE = "retirer:";

    private final FindLayout layouts;
    private final MailboxClient mailboxes;
    private final SideBySide together;
    private final HeldMemory memory;

    ComposeController(FindLayout layouts, MailboxClient mailboxes, SideBySide together, HeldMemory memory) {
        this.layouts = layouts;
        this.mailboxes = mailboxes;
        this.together = together;
        this.memory = memory;
    }

    @PostMapping("/boites/{mailbox}/nouveau")
    ResponseEntity<Void> start(
            @PathVariable UUID mailbox,
            @RequestParam(required = false) @Nullable String inReplyTo,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(name = "a", defaultValue = "") List<String> to,
            @RequestParam(defaultValue = "") List<String> cc) {
        var draft = mailboxes.newDraft(mailbox, new Draft.Start(inReplyTo, action));
        if (!to.isEmpty() || !cc.isEmpty()) {
            var text = new Draft.Text(draft.version(), to, cc, draft.subject(), draft.html());
            mailboxes.save(mailbox, draft.draftId(), text);
        }
        return Redirect.to(path(mailbox, draft.draftId()));
    }

    @GetMapping("/boites/{mailbox}/brouillons/{draft}")
    ModelAndView write(@PathVariable UUID mailbox, @PathVariable UUID draft) {
        return page(mailbox, draft, null, FormErrors.NONE);
    }

    /** What the form does without scripts; with them the page talks to mailbox-service itself. */
    @PostMapping("/boites/{mailbox}/brouillons/{draft}")
    Object submit(
            @PathVariable UUID mailbox,
            @PathVariable UUID draft,
            @RequestParam String action,
            ComposeForm form,
            @RequestParam(name = "fichiers", required = false) @Nullable List<MultipartFile> files) {
        var removed = removed(action);
        var before = mailboxes.draft(mailbox, draft);
        memory.hold(before.html().length() + form.text().length());
        try {
            mailboxes.save(mailbox, draft, form.over(before));
            attach(mailbox, draft, files == null ? List.of() : files);
            if (removed != null) {
                mailboxes.deleteUpload(mailbox, draft, removed);
            }
            if (action.equals("envoyer")) {
                var sent =
                        mailboxes.send(mailbox, mailboxes.draft(mailbox, draft).asSent());
                return Redirect.to(mailbox, Place.SENT, "sent", sent.recipients(), List.of());
            }
            return Redirect.to(path(mailbox, draft) + "#state");
        } catch (ServiceRefused refused) {
            if (refused.status() == 401 || refused.status() == 404) {
                throw refused;
            }
            return page(mailbox, draft, form, FormErrors.of(refused, form));
        }
    }

    @PostMapping(path = "/boites/{mailbox}/brouillons/{draft}", params = "action=supprimer")
    Object delete(
            @PathVariable UUID mailbox,
            @PathVariable UUID draft,
            @RequestParam(name = "confirme", defaultValue = "false") boolean confirmed) {
        if (confirmed) {
            mailboxes.deleteDraft(mailbox, draft);
            return Redirect.to(mailbox, Place.DRAFTS, "draft-deleted", 1, List.of());
        }
        var found = together.ask(() -> mailboxes.draft(mailbox, draft));
        var layout = layouts.of(mailbox, Place.DRAFTS.path());
        var path = path(mailbox, draft);
        return new ConfirmPage(layout, "draft", List.of(), found.get().subject(), path, path).in("confirm");
    }

    private void attach(UUID mailbox, UUID draft, List<MultipartFile> files) {
        for (var file : files) {
            var name = file.getOriginalFilename();
            if (!file.isEmpty() && name != null && !name.isBlank()) {
                mailboxes.upload(mailbox, draft, Ids.next(), name, type(file), file.getResource());
            }
        }
    }

    private static MediaType type(MultipartFile file) {
        try {
            return file.getContentType() == null
                    ? MediaType.APPLICATION_OCTET_STREAM
                    : MediaType.parseMediaType(file.getContentType());
        } catch (InvalidMediaTypeException nonsense) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }

    /** The file that the button pressed takes out of the draft. */
    private static @Nullable UUID removed(String action) {
        if (!action.startsWith(REMOVE)) {
            return null;
        }
        try {
            return UUID.fromString(action.substring(REMOVE.length()));
        } catch (IllegalArgumentException notAnId) {
            throw new PageNotFound();
        }
    }

    /** What was typed stays in the form; the version moves on, so that saving again keeps it. */
    private ModelAndView page(UUID mailbox, UUID id, @Nullable ComposeForm typed, FormErrors errors) {
        var asked = together.ask(() -> mailboxes.draft(mailbox, id));
        var limits = together.ask(mailboxes::limits);
        var layout = layouts.of(mailbox, Place.DRAFTS.path());
        var draft = asked.get();
        // What was typed is held already, and is not refused now.
        memory.hold(typed == null ? draft.html().length() : 0);
        var form = typed == null ? ComposeForm.of(draft) : typed.at(draft.version());
        return new ComposePage(layout, draft, form, errors, limits.get()).in("compose");
    }

    private static String path(UUID mailbox, UUID draft) {
        return Place.DRAFTS.in(mailbox) + "/" + draft;
    }
}
