/** How a repeated request is known, and how a different one under the same key is refused. */
@NullMarked
package fr.plisante.registration.idempotency;

import org.jspecify.annotations.NullMarked;
