package fr.plisante.directory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts directory-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DirectoryApplication {

    static void main(String[] args) {
        SpringApplication.run(DirectoryApplication.class, args);
    }
}
