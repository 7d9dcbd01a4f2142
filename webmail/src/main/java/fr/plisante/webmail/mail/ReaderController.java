package fr.plisante.webmail.mail;

import fr.plisante.starter.web.HeldMemory;
import fr.plisante.webmail.client.MailboxClient;
import fr.plisante.webmail.client.SideBySide;
import fr.plisante.webmail.layout.FindLayout;
import fr.plisante.webmail.layout.Place;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class ReaderController {

    private final FindLayout layouts;
    private final MailboxClient mailboxes;
    private final SideBySide together;
    private final HeldMemory memory;

    ReaderController(FindLayout layouts, MailboxClient mailboxes, SideBySide together, HeldMemory memory) {
        this.layouts = layouts;
        this.mailboxes = mailboxes;
        this.together = together;
        this.memory = memory;
    }

    /**
     * One message beside its folder.
     *
     * @param asText whether its plain text is shown instead of its HTML, which is how a browser without scripts prints it
     * @param purpose told by a browser that fetches ahead: it has shown the message to nobody
     */
    @GetMapping("/boites/{mailbox}/messages/{entry}")
    ModelAndView read(
            @PathVariable UUID mailbox,
            @PathVariable String entry,
            @RequestParam(name = "texte", defaultValue = "false") boolean asText,
            @RequestHeader(value = "Sec-Purpose", required = false) @Nullable String purpose) {
        var asked = asText ? together.ask(() -> mailboxes.text(mailbox, entry)) : null;
        var view = purpose == null ? mailboxes.open(mailbox, entry) : mailboxes.preview(mailbox, entry);
        var message = Objects.requireNonNull(view.message());
        var place = Place.of(message.folder());
        var text = asked == null ? null : asked.get();
        memory.hold(text == null ? 0 : text.length());
        var open = OpenMessage.of(message, text);
        return MailPage.of(layouts.of(view, place), place, view, false, List.of(), open)
                .in("mail");
    }
}
