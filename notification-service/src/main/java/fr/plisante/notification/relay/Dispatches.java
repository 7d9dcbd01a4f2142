package fr.plisante.notification.relay;

import fr.plisante.notification.mail.Form;
import fr.plisante.notification.mail.Mail;
import fr.plisante.starter.store.Lease;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Makes a lane for a kind of mail. */
@Component
public class Dispatches {

    private final RelaySettings settings;
    private final Form form;
    private final Clock clock;

    Dispatches(RelaySettings settings, Form form, Clock clock) {
        this.settings = settings;
        this.form = form;
        this.clock = clock;
    }

    /** A lane with its own connections, breaker and rate. */
    public <W> Dispatch<W> lane(Lane lane, Mailing<W> mailing) {
        return new Dispatch<>(lane, new Relay(lane, settings, form), mailing, clock);
    }

    /** One kind of mail's own share of the relay: threads (each with a connection of its own), mails a second, and how long a claimed mail is left to its sender. */
    public record Lane(String name, int threads, int perSecond, Duration lease) {}

    /** What a lane sends: kept in the store, claimed by one instance at a time, settled after the attempt. */
    public interface Mailing<W> {

        /** Claims up to so many that may be sent now. */
        List<W> claim(int limit);

        /** The claim of one. */
        Lease lease(W claimed);

        /** Renders one, gives it to the relay and notes what became of it. */
        void send(W claimed, Function<Mail, Outcome> relay);

        /** Leaves what was claimed and not tried to others. */
        void giveBack(List<W> claimed);
    }
}
