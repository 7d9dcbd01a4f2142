/** The parts that the routes of application.yaml use: circuit breaker, token relay, untouched bodies, rate limits. */
@NullMarked
package fr.plisante.gateway.route;

import org.jspecify.annotations.NullMarked;
