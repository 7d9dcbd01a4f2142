package fr.plisante.notification;

import fr.plisante.events.notification.NotificationEvent;
import fr.plisante.events.registration.AccountValidated;
import fr.plisante.starter.event.OwnedTopics;
import fr.plisante.starter.web.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may call, and the topics this service owns. */
@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

    @Bean
    AccessRules rules() {
        return requests -> requests.requestMatchers("/api/notification/**")
                .access(AccessRules.strongWithRole(AccountValidated.REGION_ADMINISTRATOR));
    }

    @Bean
    OwnedTopics topics() {
        return OwnedTopics.of(NotificationEvent.class);
    }
}
