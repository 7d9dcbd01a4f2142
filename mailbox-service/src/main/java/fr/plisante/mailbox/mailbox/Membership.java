package fr.plisante.mailbox.mailbox;

import java.util.List;

/**
 * The mailbox that a request names, among those that the caller may enter, for pages that show them too.
 *
 * @param shown so many as the setting says; the named one is always among them
 */
public record Membership(Mailbox mailbox, List<Mailbox> shown) {}
