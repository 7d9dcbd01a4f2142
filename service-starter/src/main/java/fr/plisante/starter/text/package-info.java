/** Rules for texts that people type. */
@NullMarked
package fr.plisante.starter.text;

import org.jspecify.annotations.NullMarked;
