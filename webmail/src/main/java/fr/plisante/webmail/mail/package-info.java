/** The lists of messages and drafts, one message beside its list, and what is done from there; not the writing. */
@NullMarked
package fr.plisante.webmail.mail;

import org.jspecify.annotations.NullMarked;
