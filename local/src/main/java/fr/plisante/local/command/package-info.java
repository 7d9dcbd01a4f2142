/** The command line behind {@code ./plisante}: words for the person at the terminal, nothing else. */
@NullMarked
package fr.plisante.local.command;

import org.jspecify.annotations.NullMarked;
