/** The services the pages ask, with the person's own token; no page and no wording. */
@NullMarked
package fr.plisante.webmail.neighbour;

import org.jspecify.annotations.NullMarked;
