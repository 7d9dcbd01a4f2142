/** Measurements of the whole product: what a rate costs, and what survives when processes are killed. */
@NullMarked
package fr.plisante.bench;

import org.jspecify.annotations.NullMarked;
