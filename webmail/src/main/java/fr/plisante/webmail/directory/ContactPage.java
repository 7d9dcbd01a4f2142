package fr.plisante.webmail.directory;

import fr.plisante.webmail.client.DirectoryClient.Contact;
import fr.plisante.webmail.layout.Layout;
import fr.plisante.webmail.layout.Page;
import org.jspecify.annotations.Nullable;

/**
 * The card of a person: {@code contact.html}.
 *
 * @param contact none if nobody in the directory has the address
 */
record ContactPage(Layout layout, String address, @Nullable Contact contact) implements Page {}
