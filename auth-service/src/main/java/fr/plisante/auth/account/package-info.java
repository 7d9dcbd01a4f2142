/** Accounts as Keycloak's users, and the links with which their owners choose a password. */
@NullMarked
package fr.plisante.auth.account;

import org.jspecify.annotations.NullMarked;
