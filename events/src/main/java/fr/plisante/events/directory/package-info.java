/** What directory-service says: the state of the directory. */
@NullMarked
package fr.plisante.events.directory;

import org.jspecify.annotations.NullMarked;
