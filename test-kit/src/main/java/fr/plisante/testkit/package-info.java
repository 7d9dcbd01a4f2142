/**
 * What the tests of every module share. Real components: one store and one Kafka for each JVM, started when the first
 * test class asks for them. The house rules that a machine can check.
 */
@NullMarked
package fr.plisante.testkit;

import org.jspecify.annotations.NullMarked;
