/** The services the pages ask, with the person's own token; no page and no wording. */
@NullMarked
package fr.plisante.webmail.client;

import org.jspecify.annotations.NullMarked;
