package fr.plisante.mailbox;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.context.request.RequestContextHolder;

/** Counts the commands that requests send to the store, and refuses one if asked to; those of listeners and of the outbox do not count. */
@TestConfiguration
public class StoreCommands implements CommandListener {

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private volatile String refused = "";

    @Bean
    MongoClientSettingsBuilderCustomizer countedCommands() {
        return settings -> settings.addCommandListener(this);
    }

    @Override
    public void commandStarted(CommandStartedEvent started) {
        if (RequestContextHolder.getRequestAttributes() != null) {
            var collection = started.getCommand().get(started.getCommandName());
            var command = started.getCommandName() + " "
                    + (collection.isString() ? collection.asString().getValue() : "");
            sent.add(command);
            if (command.equals(refused)) {
                // The driver passes over exceptions of listeners, not over errors.
                throw new AssertionError("The store refuses to " + command);
            }
        }
    }

    /** Makes the store refuse a command, such as {@code insert readings}, while a request is made. */
    public <T> T refusing(String command, Supplier<T> request) {
        refused = command;
        try {
            return request.get();
        } finally {
            refused = "";
        }
    }

    /** The commands that a request sends, such as {@code find entries}, in their order. */
    public List<String> of(Runnable request) {
        sent.clear();
        request.run();
        return List.copyOf(sent);
    }
}
