/** Writing and sending a message; uploads go from the browser straight to mailbox-service. */
@NullMarked
package fr.plisante.webmail.compose;

import org.jspecify.annotations.NullMarked;
