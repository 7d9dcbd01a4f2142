/** The e-mailed code at sign-in: a thin adapter on auth-service, which owns the rule; nothing is counted or kept here. */
@NullMarked
package fr.plisante.keycloak.code;

import org.jspecify.annotations.NullMarked;
