package fr.plisante.mailbox;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.context.request.RequestContextHolder;

/** Counts the commands that requests send to the store; those of listeners and of the outbox do not count. */
@TestConfiguration
public class StoreCommands implements CommandListener {

    private final List<String> sent = new CopyOnWriteArrayList<>();

    @Bean
    MongoClientSettingsBuilderCustomizer countedCommands() {
        return settings -> settings.addCommandListener(this);
    }

    @Override
    public void commandStarted(CommandStartedEvent started) {
        if (RequestContextHolder.getRequestAttributes() != null) {
            var collection = started.getCommand().get(started.getCommandName());
            sent.add(started.getCommandName() + " "
                    + (collection.isString() ? collection.asString().getValue() : ""));
        }
    }

    /** The commands that a request sends, such as {@code find entries}, in their order. */
    public List<String> of(Runnable request) {
        sent.clear();
        request.run();
        return List.copyOf(sent);
    }
}
