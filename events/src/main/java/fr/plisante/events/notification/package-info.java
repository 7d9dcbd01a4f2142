/** What notification-service says: who was told, and the proof. */
@NullMarked
package fr.plisante.events.notification;

import org.jspecify.annotations.NullMarked;
