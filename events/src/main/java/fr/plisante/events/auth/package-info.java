/** What auth-service says: codes issued, sign-ins and refusals. */
@NullMarked
package fr.plisante.events.auth;

import org.jspecify.annotations.NullMarked;
