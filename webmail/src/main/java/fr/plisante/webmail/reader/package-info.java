/** One letter: people, receipts, body, attachments; not the lists and not the writing. */
@NullMarked
package fr.plisante.webmail.reader;

import org.jspecify.annotations.NullMarked;
