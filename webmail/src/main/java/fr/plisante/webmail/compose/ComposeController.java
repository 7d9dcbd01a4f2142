package fr.plisante.webmail.compose;

import fr.plisante.starter.Ids;
import fr.plisante.starter.web.Caller;
import fr.plisante.webmail.client.Draft;
import fr.plisante.webmail.client.MailboxClient;
import fr.plisante.webmail.client.ServiceRefused;
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
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

@Controller
class ComposeController {

    private static final String REMOVE = "retirer:";

    private final FindLayout layouts;
    private final MailboxClient mailboxes;

    ComposeController(FindLayout layouts, MailboxClient mailboxes) {
        this.layouts = layouts;
        this.mailboxes = mailboxes;
    }

    @PostMapping("/boites/{mailbox}/nouveau")
    ResponseEntity<Void> start(
            @PathVariable UUID mailbox,
            @RequestParam(required = false) @Nullable String repond,
            @RequestParam(required = false) @Nullable String comme,
            @RequestParam(defaultValue = "") List<String> a,
            @RequestParam(defaultValue = "") List<String> cc) {
        var draft = mailboxes.newDraft(mailbox, new MailboxClient.NewDraft(repond, comme));
        if (!a.isEmpty() || !cc.isEmpty()) {
            mailboxes.save(
                    mailbox, draft.draftId(), new Draft.Text(draft.version(), a, cc, draft.object(), draft.html()));
        }
        return Redirect.to("/boites/" + mailbox + "/brouillons/" + draft.draftId());
    }

    @GetMapping("/boites/{mailbox}/brouillons/{draft}")
    String write(Caller caller, @PathVariable UUID mailbox, @PathVariable UUID draft, Model model) {
        var found = mailboxes.draft(mailbox, draft);
        return page(caller, mailbox, found, ComposeForm.of(found), Complaints.NONE, model);
    }

    /** What the form does without scripts; with them the page talks to mailbox-service itself. */
    @PostMapping("/boites/{mailbox}/brouillons/{draft}")
    Object submit(
            Caller caller,
            @PathVariable UUID mailbox,
            @PathVariable UUID draft,
            @RequestParam String action,
            ComposeForm form,
            @RequestParam(required = false) @Nullable List<MultipartFile> fichiers,
            Model model) {
        var removed = removed(action);
        var before = mailboxes.draft(mailbox, draft);
        try {
            var saved = mailboxes.save(
                    mailbox,
                    draft,
                    new Draft.Text(
                            form.version(),
                            form.to(),
                            form.copies(),
                            form.objet().strip(),
                            DraftText.toHtml(form.texte(), before.html())));
            attach(mailbox, draft, fichiers == null ? List.of() : fichiers);
            if (removed != null) {
                mailboxes.deleteUpload(mailbox, draft, removed);
            }
            if (action.equals("envoyer")) {
                return send(mailbox, mailboxes.draft(mailbox, saved.draftId()));
            }
            return Redirect.to("/boites/" + mailbox + "/brouillons/" + draft + "#etat");
        } catch (ServiceRefused refused) {
            return refused(caller, mailbox, draft, form, refused, model);
        }
    }

    @PostMapping(path = "/boites/{mailbox}/brouillons/{draft}", params = "action=supprimer")
    Object delete(
            Caller caller,
            @PathVariable UUID mailbox,
            @PathVariable UUID draft,
            @RequestParam(defaultValue = "false") boolean confirme,
            Model model) {
        if (confirme) {
            mailboxes.deleteDraft(mailbox, draft);
            return Redirect.to(mailbox, Place.BROUILLONS, "draft-deleted", 1, List.of());
        }
        model.addAttribute("layout", layouts.of(caller, mailbox, Place.BROUILLONS.path()));
        model.addAttribute("question", "draft");
        model.addAttribute("choix", List.of());
        model.addAttribute("named", mailboxes.draft(mailbox, draft).object());
        model.addAttribute("back", "/boites/" + mailbox + "/brouillons/" + draft);
        model.addAttribute("doIt", "/boites/" + mailbox + "/brouillons/" + draft);
        return "confirm";
    }

    private ResponseEntity<Void> send(UUID mailbox, Draft draft) {
        var uploads = draft.uploads().stream().map(Draft.Upload::uploadId).toList();
        var sent = mailboxes.send(
                mailbox,
                new MailboxClient.Envelope(
                        draft.draftId(), draft.to(), draft.cc(), draft.object(), draft.html(), uploads));
        return Redirect.to(mailbox, Place.ENVOYES, "sent", sent.recipients(), List.of());
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
    private String refused(
            Caller caller, UUID mailbox, UUID draft, ComposeForm form, ServiceRefused refused, Model model) {
        if (refused.status() == 401 || refused.status() == 404) {
            throw refused;
        }
        var current = mailboxes.draft(mailbox, draft);
        var kept = new ComposeForm(form.a(), form.cc(), form.objet(), form.texte(), current.version());
        return page(caller, mailbox, current, kept, Complaints.of(refused, form), model);
    }

    private String page(
            Caller caller, UUID mailbox, Draft draft, ComposeForm form, Complaints complaints, Model model) {
        model.addAttribute("layout", layouts.of(caller, mailbox, Place.BROUILLONS.path()));
        model.addAttribute("draft", draft);
        model.addAttribute("form", form);
        model.addAttribute("complaints", complaints);
        model.addAttribute("limits", mailboxes.limits());
        return "compose";
    }
}
