/** What a person sees first: the mailboxes they may open, with their folders. */
@NullMarked
package fr.plisante.mailbox.account;

import org.jspecify.annotations.NullMarked;
