/** The regional entries, kept from registration-service's events and said to everyone. Nothing is searched here. */
@NullMarked
package fr.plisante.directory.entry;

import org.jspecify.annotations.NullMarked;
