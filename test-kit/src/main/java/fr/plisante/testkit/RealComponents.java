package fr.plisante.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class a real MongoDB and a real Kafka: their addresses stand in the system properties
 * PLISANTE_MONGODB_URI and PLISANTE_KAFKA_BOOTSTRAP_SERVERS before a Spring context is built.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RealComponentsExtension.class)
public @interface RealComponents {}
