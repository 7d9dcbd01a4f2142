/**
 * The Lucene index of this instance, the follower of the compacted topic that fills it, and the search. Nothing is stored
 * here that the topic does not hold.
 */
@NullMarked
package fr.plisante.directory.search;

import org.jspecify.annotations.NullMarked;
