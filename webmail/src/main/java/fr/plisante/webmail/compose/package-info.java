/** Writing and sending a letter; uploads go from the browser straight to the mailbox service. */
@NullMarked
package fr.plisante.webmail.compose;

import org.jspecify.annotations.NullMarked;
