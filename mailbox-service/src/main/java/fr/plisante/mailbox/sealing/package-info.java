/** Keys and sealing: everything that is stored of a message goes through here; no business rule. */
@NullMarked
package fr.plisante.mailbox.sealing;

import org.jspecify.annotations.NullMarked;
