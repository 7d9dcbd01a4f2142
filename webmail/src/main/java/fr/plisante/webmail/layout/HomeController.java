package fr.plisante.webmail.layout;

import fr.plisante.starter.web.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class HomeController {

    private final FindLayout layouts;

    HomeController(FindLayout layouts) {
        this.layouts = layouts;
    }

    @GetMapping("/")
    Object home(Caller caller, Model model) {
        var layout = layouts.around(caller, null, null);
        if (layout.mailbox() == null) {
            model.addAttribute("layout", layout);
            return "no-mailbox";
        }
        return Redirect.to("/boites/" + layout.box().mailboxId() + "/" + Place.RECEPTION.path());
    }

    @GetMapping("/aide")
    String help(Caller caller, @RequestParam(required = false) @Nullable UUID boite, Model model) {
        model.addAttribute("layout", layouts.around(caller, boite, "aide"));
        return "help";
    }
}
