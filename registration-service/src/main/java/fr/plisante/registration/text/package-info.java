/** Texts that people enter: one line each, of any script, without control characters. */
@NullMarked
package fr.plisante.registration.text;

import org.jspecify.annotations.NullMarked;
