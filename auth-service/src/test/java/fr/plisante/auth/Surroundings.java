package fr.plisante.auth;

import fr.plisante.events.registration.RegistrationEvent;
import fr.plisante.starter.event.OwnedTopics;
import fr.plisante.testkit.Realm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A clock that tests set forward, and a Keycloak that tests switch off. */
@TestConfiguration
public class Surroundings {

    @Bean(destroyMethod = "close")
    KeycloakDouble keycloak() {
        return new KeycloakDouble();
    }

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }

    /** Its owner is not here to make them. */
    @Bean
    OwnedTopics registrationTopics() {
        return OwnedTopics.of(RegistrationEvent.class);
    }

    @Bean
    DynamicPropertyRegistrar addresses(KeycloakDouble keycloak) {
        return properties -> {
            properties.add("PLISANTE_KEYCLOAK_URL", keycloak::url);
            properties.add("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", Realm::keysUrl);
            properties.add("PLISANTE_CLIENT_SECRET_AUTH_SERVICE", () -> "secret-of-the-test");
        };
    }

    /** Real time in the store's precision, plus what a test has added. */
    public static final class MovableClock extends Clock {

        private volatile Duration ahead = Duration.ZERO;

        public void forward(Duration time) {
            ahead = ahead.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return InstantSource.system()
                    .instant()
                    .truncatedTo(ChronoUnit.MILLIS)
                    .plus(ahead);
        }
    }
}
