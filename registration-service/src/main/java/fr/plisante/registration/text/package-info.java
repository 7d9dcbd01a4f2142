/** What people write about themselves: one line each, any script, no control character. */
@NullMarked
package fr.plisante.registration.text;

import org.jspecify.annotations.NullMarked;
