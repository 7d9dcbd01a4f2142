/** Calls to other services: {@code @ImportHttpServices} groups with time limits, tokens of our own and a breaker each. */
@NullMarked
package fr.plisante.starter.client;

import org.jspecify.annotations.NullMarked;
