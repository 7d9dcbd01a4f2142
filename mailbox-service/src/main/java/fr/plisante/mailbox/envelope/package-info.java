/** Envelopes: the document of a sent message, and what became of each recipient. */
@NullMarked
package fr.plisante.mailbox.envelope;

import org.jspecify.annotations.NullMarked;
