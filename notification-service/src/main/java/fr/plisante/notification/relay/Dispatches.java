package fr.plisante.notification.relay;

import fr.plisante.notification.mail.Form;
import fr.plisante.notification.mail.Mail;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Makes a lane for a kind of mail. */
@Component
public class Dispatches {

    private final RelaySettings settings;
    private final Form form;

    Dispatches(RelaySettings settings, Form form) {
        this.settings = settings;
        this.form = form;
    }

    /** A lane with its own connections, breaker and rate. */
    public Dispatch lane(Lane lane, Mailing mailing) {
        return new Dispatch(lane, new Relay(lane, settings, form), mailing);
    }

    /** One kind of mail's own share of the relay: threads (each with a connection of its own), mails a second, and how long a claimed mail is left to its sender. */
    public record Lane(String name, int threads, int perSecond, Duration lease) {}

    /** What a lane sends: kept in the store, claimed by one sender at a time, settled after the attempt. */
    public interface Mailing {

        /** Ids of what may be sent now, the longest waiting first. */
        List<String> due(int limit);

        /** Claims one, renders it, gives it to the relay and notes what became of it; nothing if another has it. */
        void send(String id, Function<Mail, Outcome> relay);
    }
}
