/** The regional entries, made from registration-service's events and published again. The search is not here. */
@NullMarked
package fr.plisante.directory.entry;

import org.jspecify.annotations.NullMarked;
