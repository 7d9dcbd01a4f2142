package fr.plisante.registration;

import static org.springframework.security.authorization.AuthorityAuthorizationManager.hasAuthority;
import static org.springframework.security.authorization.AuthorizationManagers.anyOf;

import fr.plisante.events.registration.AccountValidated;
import fr.plisante.events.registration.RegistrationEvent;
import fr.plisante.starter.event.OwnedTopics;
import fr.plisante.starter.web.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may call, and the topics this service owns. */
@Configuration(proxyBeanMethods = false)
class RegistrationConfiguration {

    @Bean
    AccessRules rules() {
        var administrator = AccessRules.strongWithRole(AccountValidated.REGION_ADMINISTRATOR);
        return requests -> requests.requestMatchers(HttpMethod.POST, "/api/registration/accounts")
                .access(anyOf(administrator, hasAuthority("SCOPE_bootstrap")))
                .requestMatchers("/api/registration/**")
                .access(administrator);
    }

    @Bean
    OwnedTopics topics() {
        return OwnedTopics.of(RegistrationEvent.class);
    }
}
