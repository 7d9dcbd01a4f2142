/** Synthetic people and letters to try the platform with, made through its own APIs; no real person is meant. */
@NullMarked
package fr.plisante.samples;

import org.jspecify.annotations.NullMarked;
