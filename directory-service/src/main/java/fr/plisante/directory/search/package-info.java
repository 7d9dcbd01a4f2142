/** The Lucene index of this instance, the reading of the compacted topic that fills it, and the search. Nothing is stored here that the topic doesn't hold. */
@NullMarked
package fr.plisante.directory.search;

import org.jspecify.annotations.NullMarked;
