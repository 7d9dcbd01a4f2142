package fr.plisante.webmail.directory;

import fr.plisante.webmail.client.DirectoryClient;
import fr.plisante.webmail.client.SideBySide;
import fr.plisante.webmail.directory.Results.Chosen;
import fr.plisante.webmail.layout.FindLayout;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class DirectoryController {

    private static final String HERE = "annuaire";

    /** As many people as the directory tells at once; those beyond stand in the selection by their address. */
    private static final int MOST = 50;

    private final FindLayout layouts;
    private final DirectoryClient directory;
    private final SideBySide together;

    DirectoryController(FindLayout layouts, DirectoryClient directory, SideBySide together) {
        this.layouts = layouts;
        this.directory = directory;
        this.together = together;
    }

    /** The page; what was chosen for A: and CC: travels in the address, so it works without scripts. */
    @GetMapping("/annuaire")
    ModelAndView page(
            Search search,
            @RequestParam(name = "boite", required = false) @Nullable UUID mailbox,
            Chosen chosen,
            @RequestParam(name = "retirer", defaultValue = "") List<String> removed) {
        var kept = chosen.without(removed);
        var results = together.ask(() -> find(search, mailbox, kept));
        var selection = selection(kept);
        return new DirectoryPage(layouts.around(mailbox, HERE), results.get(), selection.get()).in("directory");
    }

    /** The results alone, as one types. */
    @GetMapping("/annuaire/resultats")
    ModelAndView results(
            Search search, @RequestParam(name = "boite", required = false) @Nullable UUID mailbox, Chosen chosen) {
        return new ResultsPage(find(search, mailbox, chosen)).in("directory :: results");
    }

    @GetMapping("/annuaire/{entry}")
    ModelAndView contact(
            @PathVariable String entry, @RequestParam(name = "boite", required = false) @Nullable UUID mailbox) {
        var contact = together.ask(() -> directory.contact(entry));
        var layout = layouts.around(mailbox, HERE);
        return new ContactPage(layout, contact.get().address(), contact.get()).in("contact");
    }

    /** The card of whoever has an address, from a name in a message. */
    @GetMapping("/annuaire/personne")
    ModelAndView person(
            @RequestParam(name = "adresse") String address,
            @RequestParam(name = "boite", required = false) @Nullable UUID mailbox) {
        var contact = together.ask(() -> directory.withAddress(address));
        var layout = layouts.around(mailbox, HERE);
        return new ContactPage(layout, address, contact.get().orElse(null)).in("contact");
    }

    private Results find(Search search, @Nullable UUID mailbox, Chosen chosen) {
        return search.asked()
                ? Results.of(search, mailbox, directory.search(search.criteria()), chosen)
                : Results.nothing(search, mailbox);
    }

    private Supplier<Selection> selection(Chosen chosen) {
        var addresses = Stream.concat(chosen.to().stream(), chosen.cc().stream())
                .distinct()
                .limit(MOST)
                .toList();
        return addresses.isEmpty()
                ? () -> Selection.of(chosen, List.of())
                : together.ask(() -> Selection.of(chosen, directory.contacts(addresses)));
    }
}
