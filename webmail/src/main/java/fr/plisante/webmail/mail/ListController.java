package fr.plisante.webmail.mail;

import fr.plisante.webmail.client.MailboxClient;
import fr.plisante.webmail.client.SideBySide;
import fr.plisante.webmail.layout.ConfirmPage;
import fr.plisante.webmail.layout.FindLayout;
import fr.plisante.webmail.layout.PageNotFound;
import fr.plisante.webmail.layout.Place;
import fr.plisante.webmail.layout.Redirect;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class ListController {

    private final FindLayout layouts;
    private final MailboxClient mailboxes;
    private final ChangeMessages changes;
    private final SideBySide together;

    ListController(FindLayout layouts, MailboxClient mailboxes, ChangeMessages changes, SideBySide together) {
        this.layouts = layouts;
        this.mailboxes = mailboxes;
        this.changes = changes;
        this.together = together;
    }

    @GetMapping("/boites/{mailbox}")
    ResponseEntity<Void> mailbox(@PathVariable UUID mailbox) {
        return Redirect.to(Place.INBOX.in(mailbox));
    }

    @GetMapping("/boites/{mailbox}/{place:reception|envoyes|brouillons|corbeille}")
    ModelAndView list(
            @PathVariable UUID mailbox,
            @PathVariable String place,
            @RequestParam(name = "avant", required = false) @Nullable String cursor,
            @RequestParam(name = "avis", defaultValue = "") String notice,
            @RequestParam(name = "n", defaultValue = "0") int count,
            @RequestParam(name = "choix", defaultValue = "") List<String> chosen) {
        var here = Place.at(place);
        var older = cursor != null;
        var notices = Notice.from(notice, count, chosen);
        if (here == Place.DRAFTS) {
            var drafts = together.ask(() -> mailboxes.drafts(mailbox, cursor));
            var layout = layouts.of(mailbox, here.path());
            return new DraftsPage(layout, drafts.get().items(), drafts.get().next(), older, notices).in("drafts");
        }
        var view = mailboxes.view(mailbox, here.folder(), cursor);
        return MailPage.of(layouts.of(view, here), here, view, older, notices, null)
                .in("mail");
    }

    @PostMapping("/boites/{mailbox}/{place:reception|envoyes|corbeille}")
    ResponseEntity<Void> change(
            @PathVariable UUID mailbox,
            @PathVariable String place,
            @RequestParam String action,
            @RequestParam(name = "choix", defaultValue = "") List<String> chosen,
            @RequestParam(name = "envoye", defaultValue = "") List<String> sent) {
        var here = Place.at(place);
        if (chosen.isEmpty()) {
            return Redirect.to(mailbox, here, "nothing-chosen", 0, List.of());
        }
        return switch (action) {
            case "lu" -> {
                changes.seen(mailbox, chosen, true);
                yield Redirect.to(mailbox, here, "seen", chosen.size(), List.of());
            }
            case "non-lu" -> {
                changes.seen(mailbox, chosen, false);
                yield Redirect.to(mailbox, here, "unseen", chosen.size(), List.of());
            }
            case "corbeille" -> {
                changes.move(mailbox, chosen, Place.TRASH);
                yield Redirect.to(mailbox, here, "trash", chosen.size(), chosen);
            }
            case "restaurer" -> {
                changes.restore(mailbox, chosen, here == Place.SENT ? chosen : sent);
                yield Redirect.to(mailbox, here, "restored", chosen.size(), List.of());
            }
            default -> throw new PageNotFound();
        };
    }

    /** Deleting for ever cannot be undone, so it is asked first, naming what would go. */
    @PostMapping(path = "/boites/{mailbox}/corbeille", params = "action=supprimer")
    Object delete(
            @PathVariable UUID mailbox,
            @RequestParam(name = "choix", defaultValue = "") List<String> chosen,
            @RequestParam(name = "confirme", defaultValue = "false") boolean confirmed) {
        if (chosen.isEmpty()) {
            return Redirect.to(mailbox, Place.TRASH, "nothing-chosen", 0, List.of());
        }
        if (confirmed) {
            changes.delete(mailbox, chosen);
            return Redirect.to(mailbox, Place.TRASH, "deleted", chosen.size(), List.of());
        }
        var only = chosen.size() == 1 ? together.ask(() -> mailboxes.message(mailbox, chosen.getFirst())) : null;
        var layout = layouts.of(mailbox, Place.TRASH.path());
        var subject = only == null ? null : only.get().subject();
        var trash = Place.TRASH.in(mailbox);
        return new ConfirmPage(layout, "messages", chosen, subject, trash, trash).in("confirm");
    }
}
