/** How each real component (Kafka, Keycloak, a MongoDB) is started as a child process, and how processes are watched and ended. */
@NullMarked
package fr.plisante.local.component;

import org.jspecify.annotations.NullMarked;
