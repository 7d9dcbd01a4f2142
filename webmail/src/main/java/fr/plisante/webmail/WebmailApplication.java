package fr.plisante.webmail;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the pages. */
@SpringBootApplication
@ConfigurationPropertiesScan
class WebmailApplication {

    /** Starts the pages. */
    static void main(String[] args) {
        SpringApplication.run(WebmailApplication.class, args);
    }
}
