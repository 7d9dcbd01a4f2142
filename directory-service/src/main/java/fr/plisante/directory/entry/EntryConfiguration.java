package fr.plisante.directory.entry;

import fr.plisante.events.directory.DirectoryEvent;
import fr.plisante.starter.event.OwnedTopics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The topic that holds the whole directory. It is compacted, and each index reads it from the beginning. */
@Configuration(proxyBeanMethods = false)
class EntryConfiguration {

    @Bean
    OwnedTopics directoryTopics() {
        return OwnedTopics.of(DirectoryEvent.class);
    }
}
