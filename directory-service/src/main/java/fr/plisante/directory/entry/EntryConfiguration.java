package fr.plisante.directory.entry;

import fr.plisante.events.directory.DirectoryEvent;
import fr.plisante.starter.event.OwnedTopics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The topic that holds the whole directory: compacted, read from its beginning by each index. */
@Configuration(proxyBeanMethods = false)
class EntryConfiguration {

    @Bean
    OwnedTopics directoryTopics() {
        return OwnedTopics.of(DirectoryEvent.class);
    }
}
