/** Mailboxes and the envelopes that travel between them; features stand in packages of their own. */
@NullMarked
package fr.plisante.mailbox;

import org.jspecify.annotations.NullMarked;
