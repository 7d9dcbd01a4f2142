/** Mailboxes: opened and closed by registration's events, their keys and members, and who may enter one. */
@NullMarked
package fr.plisante.mailbox.mailbox;

import org.jspecify.annotations.NullMarked;
