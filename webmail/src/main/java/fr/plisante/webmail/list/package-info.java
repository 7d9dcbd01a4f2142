/** The lists of letters and drafts and what is done from them; not the reading of one letter. */
@NullMarked
package fr.plisante.webmail.list;

import org.jspecify.annotations.NullMarked;
