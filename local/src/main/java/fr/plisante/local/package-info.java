/** The whole product on one machine: where things are, which ports they have, how a service is started, and {@link fr.plisante.local.Platform} that starts and stops them. */
@NullMarked
package fr.plisante.local;

import org.jspecify.annotations.NullMarked;
