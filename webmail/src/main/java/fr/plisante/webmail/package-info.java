/** Starts the pages; what they show is in the feature packages, nothing is stored here. */
@NullMarked
package fr.plisante.webmail;

import org.jspecify.annotations.NullMarked;
