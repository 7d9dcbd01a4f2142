package fr.plisante.registration;

import static org.springframework.security.authorization.AuthorityAuthorizationManager.hasAuthority;
import static org.springframework.security.authorization.AuthorizationManagers.allOf;
import static org.springframework.security.authorization.AuthorizationManagers.anyOf;

import fr.plisante.events.registration.RegistrationEvent;
import fr.plisante.starter.event.OwnedTopics;
import fr.plisante.starter.web.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Who may call, and the topics this service owns. */
@Configuration(proxyBeanMethods = false)
class RegistrationConfiguration {

    @Bean
    AccessRules rules() {
        AuthorizationManager<RequestAuthorizationContext> administrator =
                allOf(hasAuthority("ACR_2"), hasAuthority("ROLE_region-administrator"));
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
