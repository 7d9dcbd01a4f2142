/** Recognises a repeated request, and refuses a different one under the same key. */
@NullMarked
package fr.plisante.registration.idempotency;

import org.jspecify.annotations.NullMarked;
