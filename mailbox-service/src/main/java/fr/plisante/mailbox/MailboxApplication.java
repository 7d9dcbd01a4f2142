package fr.plisante.mailbox;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Mailboxes, envelopes, entries, drafts. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class MailboxApplication {

    static void main(String[] args) {
        SpringApplication.run(MailboxApplication.class, args);
    }
}
