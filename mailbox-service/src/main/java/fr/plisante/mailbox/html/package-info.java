/** What rich text a message may hold: one policy, applied to what comes in and again to what is shown. */
@NullMarked
package fr.plisante.mailbox.html;

import org.jspecify.annotations.NullMarked;
