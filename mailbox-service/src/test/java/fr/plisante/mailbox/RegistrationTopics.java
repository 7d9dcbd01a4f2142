package fr.plisante.mailbox;

import fr.plisante.events.registration.RegistrationEvent;
import fr.plisante.starter.event.OwnedTopics;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The topics of registration-service, which is not there to make them. */
@TestConfiguration
class RegistrationTopics {

    @Bean
    OwnedTopics registrationTopics() {
        return OwnedTopics.of(RegistrationEvent.class);
    }
}
