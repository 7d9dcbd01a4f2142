/** Audit: who did what to an envelope or an entry; kept in its document, written before anything is handed out. */
@NullMarked
package fr.plisante.mailbox.audit;

import org.jspecify.annotations.NullMarked;
