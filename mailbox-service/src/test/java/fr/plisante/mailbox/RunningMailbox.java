package fr.plisante.mailbox;

import fr.plisante.mailbox.mailbox.Residents;
import fr.plisante.mailbox.sending.Writing;
import fr.plisante.testkit.Calls;
import fr.plisante.testkit.RealComponents;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The whole service on a real store and a real Kafka; the test realm signs the tokens. */
@RealComponents
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "plisante.message.max-bytes=10000000",
            "plisante.message.max-recipients=5",
            "plisante.message.max-uploads=12",
            "plisante.view.max-mailboxes=4",
            "plisante.delivery.slice=3"
        })
@Import({
    RegistrationTopics.class,
    Calls.class,
    Residents.class,
    Stored.class,
    StoreCommands.class,
    StoppedDelivery.class,
    TestClock.class,
    Writing.class
})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RunningMailbox {}
