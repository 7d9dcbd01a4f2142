/** Numbers: the uids and modSeqs of a mailbox, drawn so that a client that follows them misses nothing. */
@NullMarked
package fr.plisante.mailbox.number;

import org.jspecify.annotations.NullMarked;
