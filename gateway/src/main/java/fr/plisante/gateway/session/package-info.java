/**
 * Sessions: sealed, kept in MongoDB, shared by every gateway, and ended when Keycloak reports a sign-out; and what is kept
 * of a sign-in under way, sealed as they are. How a person signs in is not here.
 */
@NullMarked
package fr.plisante.gateway.session;

import org.jspecify.annotations.NullMarked;
