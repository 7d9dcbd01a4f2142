/** What every service shares: outbox, Kafka, MongoDB, token checks, problem details. No business word. */
@NullMarked
package fr.plisante.starter;

import org.jspecify.annotations.NullMarked;
