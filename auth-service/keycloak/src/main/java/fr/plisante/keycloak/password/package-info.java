/** Passwords: one answer and one duration for known and unknown accounts, and the links that lead to choosing one. */
@NullMarked
package fr.plisante.keycloak.password;

import org.jspecify.annotations.NullMarked;
