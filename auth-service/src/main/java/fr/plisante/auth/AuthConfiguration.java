package fr.plisante.auth;

import fr.plisante.events.auth.AuthEvent;
import fr.plisante.events.auth.OneTimeCodeIssued;
import fr.plisante.starter.event.OwnedTopics;
import fr.plisante.starter.web.AccessRules;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may call, and the topics this service owns. */
@Configuration(proxyBeanMethods = false)
class AuthConfiguration {

    /** Kept a quarter of an hour: Kafka deletes whole segments, so they are closed every minute. */
    private static final Map<String, String> SHORT_LIVED =
            Map.of("cleanup.policy", "delete", "retention.ms", "900000", "segment.ms", "60000");

    @Bean
    AccessRules rules() {
        return requests -> requests.requestMatchers("/internal/codes/**")
                .hasAuthority("SCOPE_one-time-codes")
                .requestMatchers("/internal/password-links")
                .hasAuthority("SCOPE_password-links")
                .requestMatchers("/internal/**")
                .denyAll();
    }

    @Bean
    OwnedTopics topics() {
        return OwnedTopics.of(AuthEvent.class).with(OneTimeCodeIssued.class, SHORT_LIVED);
    }
}
