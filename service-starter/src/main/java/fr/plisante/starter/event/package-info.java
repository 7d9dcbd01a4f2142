/** Events out (the outbox) and in (what a listener gets): CloudEvents 1.0 over Kafka in binary mode. */
@NullMarked
package fr.plisante.starter.event;

import org.jspecify.annotations.NullMarked;
