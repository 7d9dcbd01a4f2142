/** The regional directory: the people and teams to write to, and the search for them. */
@NullMarked
package fr.plisante.directory;

import org.jspecify.annotations.NullMarked;
