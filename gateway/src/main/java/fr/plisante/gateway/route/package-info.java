/** What the routes of application.yaml are made of: circuit breaker, token relay, untouched bodies, rate limits. */
@NullMarked
package fr.plisante.gateway.route;

import org.jspecify.annotations.NullMarked;
