package fr.plisante.webmail.account;

import fr.plisante.webmail.client.DirectoryClient.Contact;
import fr.plisante.webmail.layout.Layout;
import fr.plisante.webmail.layout.Page;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the person who looks at it: {@code account.html}.
 *
 * @param identity what the directory shows of them; none if they are not in it
 */
record AccountPage(Layout layout, @Nullable Contact identity) implements Page {}
