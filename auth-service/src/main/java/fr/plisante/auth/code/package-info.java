/** One-time codes: issued, mailed by others, compared a few times; and how each sign-in went. */
@NullMarked
package fr.plisante.auth.code;

import org.jspecify.annotations.NullMarked;
