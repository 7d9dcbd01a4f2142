/** The secrets of one data folder: made once, readable by their owner alone, never printed. */
@NullMarked
package fr.plisante.local.secret;

import org.jspecify.annotations.NullMarked;
