/** A mail's words and form in the person's language. Nothing is decided or sent here. */
@NullMarked
package fr.plisante.notification.mail;

import org.jspecify.annotations.NullMarked;
