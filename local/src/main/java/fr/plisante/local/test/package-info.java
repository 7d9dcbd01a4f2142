/** Real components for the tests of every module: one store and one Kafka for each JVM, started when the first test class asks for them. */
@NullMarked
package fr.plisante.local.test;

import org.jspecify.annotations.NullMarked;
