/** What the tests of every module share: the house rules, and real components, one store and one Kafka for each JVM, started when the first test class asks for them. */
@NullMarked
package fr.plisante.local.test;

import org.jspecify.annotations.NullMarked;
