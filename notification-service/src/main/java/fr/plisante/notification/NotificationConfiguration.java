package fr.plisante.notification;

import fr.plisante.events.registration.AccountValidated;
import fr.plisante.starter.web.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may call. */
@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

    @Bean
    AccessRules rules() {
        return requests -> requests.requestMatchers("/api/notification/**")
                .access(AccessRules.strongWithRole(AccountValidated.REGION_ADMINISTRATOR));
    }
}
