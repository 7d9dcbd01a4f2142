package fr.plisante.mailbox.mailbox;

import java.util.List;

/** The mailbox that a request names, among all that the caller may enter, for pages that show them too. */
public record Membership(Mailbox mailbox, List<Mailbox> all) {}
