/** Mailboxes: opened from registration's events, their members, and who may enter one. */
@NullMarked
package fr.plisante.mailbox.mailbox;

import org.jspecify.annotations.NullMarked;
