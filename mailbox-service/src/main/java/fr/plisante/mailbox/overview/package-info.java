/** What a person sees first: the mailboxes they may open, with their folders. */
@NullMarked
package fr.plisante.mailbox.overview;

import org.jspecify.annotations.NullMarked;
