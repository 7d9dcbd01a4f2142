package fr.plisante.webmail.reader;

import fr.plisante.starter.web.Caller;
import fr.plisante.webmail.client.DirectoryClient;
import fr.plisante.webmail.client.MailboxClient;
import fr.plisante.webmail.layout.FindLayout;
import fr.plisante.webmail.layout.Place;
import fr.plisante.webmail.list.ChangeLetters;
import fr.plisante.webmail.list.FindLetters;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

@Controller
class ReaderController {

    private final FindLayout layouts;
    private final MailboxClient mailboxes;
    private final DirectoryClient directory;
    private final FindLetters letters;
    private final ChangeLetters changes;

    ReaderController(
            FindLayout layouts,
            MailboxClient mailboxes,
            DirectoryClient directory,
            FindLetters letters,
            ChangeLetters changes) {
        this.layouts = layouts;
        this.mailboxes = mailboxes;
        this.directory = directory;
        this.letters = letters;
        this.changes = changes;
    }

    @GetMapping("/boites/{mailbox}/messages/{entry}")
    String read(
            Caller caller,
            @PathVariable UUID mailbox,
            @PathVariable String entry,
            @RequestHeader(value = "Sec-Purpose", required = false) @Nullable String purpose,
            Model model) {
        var letter = mailboxes.letter(mailbox, entry);
        // A browser that fetches ahead has shown the letter to nobody.
        if (!letter.seen() && purpose == null) {
            changes.seen(mailbox, List.of(entry), true);
        }
        var place = Place.of(letter.folder());
        model.addAttribute("layout", layouts.of(caller, mailbox, place.path()));
        model.addAttribute("place", place);
        model.addAttribute("page", letters.in(mailbox, place, null));
        model.addAttribute("older", false);
        model.addAttribute("notices", List.of());
        model.addAttribute("letter", letter);
        model.addAttribute("people", KnownPeople.of(letter, directory));
        return "mail";
    }
}
