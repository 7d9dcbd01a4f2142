/** One-time codes: issued, mailed by others, compared a few times, and the trace of each sign-in. */
@NullMarked
package fr.plisante.auth.code;

import org.jspecify.annotations.NullMarked;
