package fr.plisante.notification.relay;

import fr.plisante.notification.mail.Form;
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
}
