/** Keycloak's own mails leave in the background: a page neither waits for the relay nor shows by its time that a mail left. */
@NullMarked
package fr.plisante.keycloak.mail;

import org.jspecify.annotations.NullMarked;
