/** The regional directory: who can be written to, and how to find them. */
@NullMarked
package fr.plisante.directory;

import org.jspecify.annotations.NullMarked;
