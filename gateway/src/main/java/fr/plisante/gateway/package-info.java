/** The gateway, the only way into the platform. It has no business logic. */
@NullMarked
package fr.plisante.gateway;

import org.jspecify.annotations.NullMarked;
