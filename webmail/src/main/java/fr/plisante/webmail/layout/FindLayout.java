package fr.plisante.webmail.layout;

import fr.plisante.starter.web.Caller;
import fr.plisante.webmail.client.Mailbox;
import fr.plisante.webmail.client.MailboxClient;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/** Puts the layout around a page. */
@Component
public final class FindLayout {

    private final MailboxClient mailboxes;

    FindLayout(MailboxClient mailboxes) {
        this.mailboxes = mailboxes;
    }

    /** The layout of a page of one mailbox. */
    public Layout of(Caller caller, UUID mailbox, @Nullable String here) {
        return new Layout(caller, email(), mailboxes.mailbox(mailbox), mailboxes.mailboxes(), here);
    }

    /** The layout of a page that belongs to no mailbox: the one the person came from, or their own. */
    public Layout around(Caller caller, @Nullable UUID from, @Nullable String here) {
        var all = mailboxes.mailboxes();
        var current = from == null ? own(all) : from;
        return new Layout(caller, email(), current == null ? null : mailboxes.mailbox(current), all, here);
    }

    private static @Nullable UUID own(List<Mailbox> all) {
        return all.stream()
                .filter(Mailbox::own)
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(Mailbox::mailboxId)
                .orElse(null);
    }

    private static String email() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken person
                && person.getToken().getClaimAsString("email") != null) {
            return person.getToken().getClaimAsString("email");
        }
        return "";
    }
}
