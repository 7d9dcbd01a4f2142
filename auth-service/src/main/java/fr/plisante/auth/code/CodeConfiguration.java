package fr.plisante.auth.code;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock of codes, which tests set. */
@Configuration(proxyBeanMethods = false)
class CodeConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
