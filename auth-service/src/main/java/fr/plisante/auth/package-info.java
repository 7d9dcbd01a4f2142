/** auth-service: the second factor and Keycloak's users; passwords and sessions are Keycloak's. */
@NullMarked
package fr.plisante.auth;

import org.jspecify.annotations.NullMarked;
