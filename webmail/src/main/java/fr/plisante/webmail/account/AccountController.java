package fr.plisante.webmail.account;

import fr.plisante.starter.client.ServiceUnavailable;
import fr.plisante.webmail.client.DirectoryClient;
import fr.plisante.webmail.client.DirectoryClient.Contact;
import fr.plisante.webmail.client.Mailbox;
import fr.plisante.webmail.layout.FindLayout;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class AccountController {

    private static final Logger LOG = LoggerFactory.getLogger(AccountController.class);

    private final FindLayout layouts;
    private final DirectoryClient directory;

    AccountController(FindLayout layouts, DirectoryClient directory) {
        this.layouts = layouts;
        this.directory = directory;
    }

    @GetMapping("/compte")
    ModelAndView account(@RequestParam(name = "boite", required = false) @Nullable UUID mailbox) {
        var layout = layouts.around(mailbox, "compte");
        var identity = layout.mailboxes().stream()
                .filter(Mailbox::own)
                .findFirst()
                .flatMap(own -> published(own.address()))
                .orElse(null);
        return new AccountPage(layout, identity).in("account");
    }

    /** What the directory says of the person; the page is of use without it. */
    private Optional<Contact> published(String address) {
        try {
            return directory.withAddress(address);
        } catch (ServiceUnavailable unavailable) {
            LOG.warn("Account page without identity: {}", unavailable.getMessage());
            return Optional.empty();
        }
    }
}
