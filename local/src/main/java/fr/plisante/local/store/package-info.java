/** The embedded store: a MongoDB-compatible server on one file, in a process of its own, that answers a write only once it is committed. */
@NullMarked
package fr.plisante.local.store;

import org.jspecify.annotations.NullMarked;
