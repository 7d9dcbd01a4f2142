/** Entries: what a mailbox holds of an envelope; folders, reading, numbers that IMAP clients can follow. */
@NullMarked
package fr.plisante.mailbox.entry;

import org.jspecify.annotations.NullMarked;
