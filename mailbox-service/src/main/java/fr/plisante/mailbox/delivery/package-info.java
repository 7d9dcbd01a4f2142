/** Delivery: from a sent envelope to one entry per mailbox. */
@NullMarked
package fr.plisante.mailbox.delivery;

import org.jspecify.annotations.NullMarked;
