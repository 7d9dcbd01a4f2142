package fr.plisante.webmail.list;

import fr.plisante.starter.web.Caller;
import fr.plisante.webmail.client.MailboxClient;
import fr.plisante.webmail.layout.FindLayout;
import fr.plisante.webmail.layout.Notice;
import fr.plisante.webmail.layout.PageNotFound;
import fr.plisante.webmail.layout.Place;
import fr.plisante.webmail.layout.Redirect;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ListController {

    private final FindLayout layouts;
    private final FindLetters letters;
    private final MailboxClient mailboxes;
    private final ChangeLetters changes;

    ListController(FindLayout layouts, FindLetters letters, MailboxClient mailboxes, ChangeLetters changes) {
        this.layouts = layouts;
        this.letters = letters;
        this.mailboxes = mailboxes;
        this.changes = changes;
    }

    @GetMapping("/boites/{mailbox}")
    ResponseEntity<Void> mailbox(@PathVariable UUID mailbox) {
        return Redirect.to("/boites/" + mailbox + "/" + Place.RECEPTION.path());
    }

    @GetMapping("/boites/{mailbox}/{place:reception|envoyes|brouillons|corbeille}")
    String list(
            Caller caller,
            @PathVariable UUID mailbox,
            @PathVariable String place,
            @RequestParam(required = false) @Nullable String avant,
            @RequestParam(defaultValue = "") String avis,
            @RequestParam(defaultValue = "0") int n,
            @RequestParam(defaultValue = "") List<String> choix,
            Model model) {
        var here = place(place);
        model.addAttribute("layout", layouts.of(caller, mailbox, here.path()));
        model.addAttribute("place", here);
        model.addAttribute("notices", Notice.from(avis, n, choix));
        if (here == Place.BROUILLONS) {
            model.addAttribute("page", letters.drafts(mailbox, avant));
            model.addAttribute("older", avant != null);
            return "drafts";
        }
        model.addAttribute("page", letters.in(mailbox, here, avant));
        model.addAttribute("older", avant != null);
        return "mail";
    }

    @PostMapping("/boites/{mailbox}/{place:reception|envoyes|corbeille}")
    ResponseEntity<Void> change(
            @PathVariable UUID mailbox,
            @PathVariable String place,
            @RequestParam String action,
            @RequestParam(defaultValue = "") List<String> choix) {
        var here = place(place);
        if (choix.isEmpty()) {
            return Redirect.to(mailbox, here, "nothing-chosen", 0, List.of());
        }
        return switch (action) {
            case "lu" -> {
                changes.seen(mailbox, choix, true);
                yield Redirect.to(mailbox, here, "seen", choix.size(), List.of());
            }
            case "non-lu" -> {
                changes.seen(mailbox, choix, false);
                yield Redirect.to(mailbox, here, "unseen", choix.size(), List.of());
            }
            case "corbeille" -> {
                changes.bin(mailbox, choix);
                yield Redirect.to(mailbox, here, "bin", choix.size(), choix);
            }
            case "restaurer" -> {
                changes.restore(mailbox, choix);
                yield Redirect.to(mailbox, here, "restored", choix.size(), List.of());
            }
            default -> throw new PageNotFound();
        };
    }

    /** Deleting for ever cannot be undone, so it is asked first, naming what would go. */
    @PostMapping(path = "/boites/{mailbox}/corbeille", params = "action=supprimer")
    Object delete(
            Caller caller,
            @PathVariable UUID mailbox,
            @RequestParam(defaultValue = "") List<String> choix,
            @RequestParam(defaultValue = "false") boolean confirme,
            Model model) {
        if (choix.isEmpty()) {
            return Redirect.to(mailbox, Place.CORBEILLE, "nothing-chosen", 0, List.of());
        }
        if (confirme) {
            changes.delete(mailbox, choix);
            return Redirect.to(mailbox, Place.CORBEILLE, "deleted", choix.size(), List.of());
        }
        model.addAttribute("layout", layouts.of(caller, mailbox, Place.CORBEILLE.path()));
        model.addAttribute("question", "letters");
        model.addAttribute("choix", choix);
        model.addAttribute(
                "named",
                choix.size() == 1 ? mailboxes.letter(mailbox, choix.getFirst()).object() : null);
        model.addAttribute("back", "/boites/" + mailbox + "/" + Place.CORBEILLE.path());
        model.addAttribute("doIt", "/boites/" + mailbox + "/" + Place.CORBEILLE.path());
        return "confirm";
    }

    /** The numbers in the left column, asked for while a page stays open. */
    @GetMapping("/boites/{mailbox}/compteurs")
    String counts(Caller caller, @PathVariable UUID mailbox, @RequestParam(defaultValue = "") String ici, Model model) {
        model.addAttribute("layout", layouts.of(caller, mailbox, ici));
        return "layout :: places";
    }

    private static Place place(String path) {
        return Place.at(path).orElseThrow(PageNotFound::new);
    }
}
