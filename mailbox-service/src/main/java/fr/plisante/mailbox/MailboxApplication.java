package fr.plisante.mailbox;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Mailboxes, envelopes, entries, drafts. Features may use the same name for their own listener of an event. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
class MailboxApplication {

    static void main(String[] args) {
        SpringApplication.run(MailboxApplication.class, args);
    }
}
