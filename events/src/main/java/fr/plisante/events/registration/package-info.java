/** What registration-service says: who has an account, and which mailboxes were granted. */
@NullMarked
package fr.plisante.events.registration;

import org.jspecify.annotations.NullMarked;
