/** Drafts: the text of messages being written, saved while typing; their files are added in {@code upload}. */
@NullMarked
package fr.plisante.mailbox.draft;

import org.jspecify.annotations.NullMarked;
