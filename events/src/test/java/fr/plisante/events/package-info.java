/** The contract, kept honest. */
@NullMarked
package fr.plisante.events;

import org.jspecify.annotations.NullMarked;
