/** The outbox and the wire form, on real components. */
@NullMarked
package fr.plisante.starter.event;

import org.jspecify.annotations.NullMarked;
