/** registration-service: accounts and organisational mailboxes. What happens in a mailbox is not here. */
@NullMarked
package fr.plisante.registration;

import org.jspecify.annotations.NullMarked;
