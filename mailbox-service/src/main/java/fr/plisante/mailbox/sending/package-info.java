/** Sending: a draft becomes an envelope, once. */
@NullMarked
package fr.plisante.mailbox.sending;

import org.jspecify.annotations.NullMarked;
