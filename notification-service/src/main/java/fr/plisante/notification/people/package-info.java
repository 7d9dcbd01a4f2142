/** Whom a mailbox's news go to, kept from registration-service's events. Nothing is sent here. */
@NullMarked
package fr.plisante.notification.people;

import org.jspecify.annotations.NullMarked;
