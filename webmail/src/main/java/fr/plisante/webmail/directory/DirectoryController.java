package fr.plisante.webmail.directory;

import fr.plisante.starter.web.Caller;
import fr.plisante.webmail.client.DirectoryClient;
import fr.plisante.webmail.layout.FindLayout;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class DirectoryController {

    private final FindLayout layouts;
    private final DirectoryClient directory;

    DirectoryController(FindLayout layouts, DirectoryClient directory) {
        this.layouts = layouts;
        this.directory = directory;
    }

    /** The page; what was chosen for A: and CC: travels in the address, so it works without scripts. */
    @GetMapping("/annuaire")
    String page(
            Caller caller,
            Search search,
            @RequestParam(required = false) @Nullable UUID boite,
            @RequestParam(defaultValue = "") List<String> a,
            @RequestParam(defaultValue = "") List<String> cc,
            @RequestParam(defaultValue = "") List<String> retirer,
            Model model) {
        model.addAttribute("layout", layouts.around(caller, boite, "annuaire"));
        model.addAttribute("a", chosen(a, retirer));
        model.addAttribute("cc", chosen(cc, retirer));
        find(search, model);
        return "directory";
    }

    /** The results alone, as one types. */
    @GetMapping("/annuaire/resultats")
    String results(Search search, @RequestParam(required = false) @Nullable UUID boite, Model model) {
        model.addAttribute("boite", boite);
        find(search, model);
        return "directory :: results";
    }

    @GetMapping("/annuaire/{entry}")
    String contact(
            Caller caller,
            @PathVariable String entry,
            @RequestParam(required = false) @Nullable UUID boite,
            Model model) {
        model.addAttribute("layout", layouts.around(caller, boite, "annuaire"));
        model.addAttribute("contact", directory.contact(entry));
        return "contact";
    }

    /** The card of whoever has an address, from a name in a letter. */
    @GetMapping("/annuaire/personne")
    String person(
            Caller caller,
            @RequestParam String adresse,
            @RequestParam(required = false) @Nullable UUID boite,
            Model model) {
        model.addAttribute("layout", layouts.around(caller, boite, "annuaire"));
        model.addAttribute("adresse", adresse);
        model.addAttribute(
                "contact",
                directory.search(Map.of("address", adresse)).entries().stream()
                        .filter(contact -> contact.address().equalsIgnoreCase(adresse))
                        .findFirst()
                        .orElse(null));
        return "contact";
    }

    private void find(Search search, Model model) {
        model.addAttribute("search", search);
        if (search.empty() || search.tooShort()) {
            model.addAttribute("rows", List.of());
            model.addAttribute("more", false);
        } else {
            var found = directory.search(search.criteria());
            model.addAttribute("rows", Row.of(found.entries()));
            model.addAttribute("more", found.more());
        }
    }

    private static List<String> chosen(List<String> addresses, List<String> removed) {
        return addresses.stream()
                .distinct()
                .filter(address -> !address.isBlank() && !removed.contains(address))
                .toList();
    }
}
