/** Entries: what a mailbox holds of an envelope, what can be done to it, and who did; its text is opened elsewhere. */
@NullMarked
package fr.plisante.mailbox.entry;

import org.jspecify.annotations.NullMarked;
