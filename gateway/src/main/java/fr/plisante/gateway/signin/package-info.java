/** Who may pass: OpenID Connect with Keycloak, sign-out everywhere, cross-site check and security headers. */
@NullMarked
package fr.plisante.gateway.signin;

import org.jspecify.annotations.NullMarked;
