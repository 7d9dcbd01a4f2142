/** Reading: the mailboxes of a person, folders as lists, and messages opened with the keys that their mailbox holds. */
@NullMarked
package fr.plisante.mailbox.reading;

import org.jspecify.annotations.NullMarked;
