/** Overview: the mailboxes of a person with what they count, and all that a page shows of one, in one answer. */
@NullMarked
package fr.plisante.mailbox.overview;

import org.jspecify.annotations.NullMarked;
