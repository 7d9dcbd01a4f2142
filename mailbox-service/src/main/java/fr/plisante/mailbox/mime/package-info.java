/** The canonical RFC 5322/MIME form of a message: writing it, finding its parts again, its text; no storage, no encryption. */
@NullMarked
package fr.plisante.mailbox.mime;

import org.jspecify.annotations.NullMarked;
