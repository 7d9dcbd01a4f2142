/** Organisational mailboxes and who may open them, published as MailboxGranted. */
@NullMarked
package fr.plisante.registration.mailbox;

import org.jspecify.annotations.NullMarked;
