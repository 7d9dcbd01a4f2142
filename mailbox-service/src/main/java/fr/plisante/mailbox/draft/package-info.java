/** Drafts: letters being written, with their uploads. */
@NullMarked
package fr.plisante.mailbox.draft;

import org.jspecify.annotations.NullMarked;
