package fr.plisante.registration;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts registration-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
class RegistrationApplication {

    static void main(String[] args) {
        SpringApplication.run(RegistrationApplication.class, args);
    }
}
