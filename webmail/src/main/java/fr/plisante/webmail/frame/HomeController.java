package fr.plisante.webmail.frame;

import fr.plisante.starter.web.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class HomeController {

    private final Frames frames;

    HomeController(Frames frames) {
        this.frames = frames;
    }

    @GetMapping("/")
    Object home(Caller caller, Model model) {
        var frame = frames.around(caller, null, null);
        if (frame.mailbox() == null) {
            model.addAttribute("frame", frame);
            return "no-mailbox";
        }
        return Redirect.to("/boites/" + frame.box().mailboxId() + "/" + Place.RECEPTION.path());
    }

    @GetMapping("/aide")
    String help(Caller caller, @RequestParam(required = false) @Nullable UUID boite, Model model) {
        model.addAttribute("frame", frames.around(caller, boite, "aide"));
        return "help";
    }
}
