/** Keys and sealing: everything that is stored of a letter goes through here; no business rule. */
@NullMarked
package fr.plisante.mailbox.sealing;

import org.jspecify.annotations.NullMarked;
