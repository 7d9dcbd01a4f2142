/** registration-service: who has an account and which mailboxes were granted; nothing of what happens in a mailbox. */
@NullMarked
package fr.plisante.registration;

import org.jspecify.annotations.NullMarked;
