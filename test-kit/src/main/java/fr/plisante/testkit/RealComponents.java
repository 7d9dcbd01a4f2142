package fr.plisante.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class a real MongoDB, a real Kafka, a {@link Realm} and {@link TestKeys}: where they are stands in the
 * system properties before a Spring context is built, under the names of the services' environment variables.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RealComponentsExtension.class)
public @interface RealComponents {}
