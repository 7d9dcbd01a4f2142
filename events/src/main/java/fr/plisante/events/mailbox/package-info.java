/** What mailbox-service says: the life of envelopes and mailboxes. */
@NullMarked
package fr.plisante.events.mailbox;

import org.jspecify.annotations.NullMarked;
