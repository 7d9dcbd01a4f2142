package fr.plisante.mailbox;

import fr.plisante.events.mailbox.MailboxEvent;
import fr.plisante.starter.event.OwnedTopics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What all features share: the topics this service publishes. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class MailboxConfiguration {

    @Bean
    OwnedTopics topics() {
        return OwnedTopics.of(MailboxEvent.class);
    }
}
