/** The mail with a sign-in code: the only mail with a secret, on a way of its own. */
@NullMarked
package fr.plisante.notification.code;

import org.jspecify.annotations.NullMarked;
