package fr.plisante.starter.event;

import fr.plisante.testkit.RealComponents;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** A service that is nothing but the starter, on real components. */
@RealComponents
@SpringBootTest(
        classes = OutboxIT.Service.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.application.name=try-service",
            "spring.mongodb.database=outbox",
            "plisante.outbox.sweep=1s",
            "plisante.topics.partitions=3"
        })
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface RunningStarter {}
