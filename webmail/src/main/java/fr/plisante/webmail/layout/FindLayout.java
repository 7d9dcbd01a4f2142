package fr.plisante.webmail.layout;

import fr.plisante.starter.web.Caller;
import fr.plisante.webmail.client.Mailbox;
import fr.plisante.webmail.client.MailboxClient;
import fr.plisante.webmail.client.MailboxClient.View;
import fr.plisante.webmail.client.SideBySide;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/** Puts the layout around a page, for the person who looks at it. */
@Component
public final class FindLayout {

    private final MailboxClient mailboxes;
    private final SideBySide together;

    FindLayout(MailboxClient mailboxes, SideBySide together) {
        this.mailboxes = mailboxes;
        this.together = together;
    }

    /** The layout of a page that was answered whole. */
    public Layout of(View view, Place here) {
        return layout(view.mailbox(), view.mailboxes(), here.path());
    }

    /** The layout of a page of one mailbox. */
    public Layout of(UUID mailbox, String here) {
        var all = together.ask(mailboxes::mailboxes);
        return layout(mailboxes.mailbox(mailbox), all.get().items(), here);
    }

    /** The layout of a page that belongs to no mailbox: the one the person came from, or their own. */
    public Layout around(@Nullable UUID from, String here) {
        if (from != null) {
            return of(from, here);
        }
        var all = mailboxes.mailboxes().items();
        return layout(own(all).map(mailboxes::mailbox).orElse(null), all, here);
    }

    /** The layout for a person who has no mailbox. */
    public Layout withoutMailbox() {
        return layout(null, List.of(), null);
    }

    /** The mailbox that a person begins with. */
    public Optional<UUID> ownMailbox() {
        return own(mailboxes.mailboxes().items());
    }

    /** The places of a mailbox alone, without what else stands around a page. */
    public Layout places(UUID mailbox, String here) {
        return layout(mailboxes.mailbox(mailbox), List.of(), here);
    }

    private static Layout layout(@Nullable Mailbox mailbox, List<Mailbox> all, @Nullable String here) {
        return new Layout(Caller.require(), email(), mailbox, all, here);
    }

    private static Optional<UUID> own(List<Mailbox> all) {
        return all.stream()
                .filter(Mailbox::own)
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(Mailbox::mailboxId);
    }

    private static String email() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken person
                && person.getToken().getClaimAsString("email") != null) {
            return person.getToken().getClaimAsString("email");
        }
        return "";
    }
}
