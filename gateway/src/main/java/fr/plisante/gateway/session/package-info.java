/** Signed-in sessions: sealed, kept in MongoDB and shared by every gateway. Nothing here knows how a person signs in. */
@NullMarked
package fr.plisante.gateway.session;

import org.jspecify.annotations.NullMarked;
