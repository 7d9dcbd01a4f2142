package fr.plisante.webmail.layout;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class HomeController {

    private final FindLayout layouts;

    HomeController(FindLayout layouts) {
        this.layouts = layouts;
    }

    @GetMapping("/")
    Object home() {
        return layouts.ownMailbox()
                .<Object>map(own -> Redirect.to(Place.INBOX.in(own)))
                .orElseGet(() -> new PlainPage(layouts.withoutMailbox()).in("no-mailbox"));
    }

    @GetMapping("/aide")
    ModelAndView help(@RequestParam(name = "boite", required = false) @Nullable UUID mailbox) {
        return new PlainPage(layouts.around(mailbox, "aide")).in("help");
    }

    /** The numbers in the left column, asked for while a page stays open. */
    @GetMapping("/boites/{mailbox}/compteurs")
    ModelAndView counts(@PathVariable UUID mailbox, @RequestParam(name = "ici", defaultValue = "") String here) {
        return new PlainPage(layouts.places(mailbox, here)).in("layout :: places");
    }
}
