/** The files of a draft: sealed on their way in, added, removed; no text. */
@NullMarked
package fr.plisante.mailbox.upload;

import org.jspecify.annotations.NullMarked;
