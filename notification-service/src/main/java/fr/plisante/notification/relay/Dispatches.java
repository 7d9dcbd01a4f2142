package fr.plisante.notification.relay;

import fr.plisante.notification.mail.MailSettings;
import org.springframework.stereotype.Component;

/** Makes a lane for a kind of mail. */
@Component
public class Dispatches {

    private final RelaySettings settings;
    private final Form form;
    private final MailSettings mails;

    Dispatches(RelaySettings settings, Form form, MailSettings mails) {
        this.settings = settings;
        this.form = form;
        this.mails = mails;
    }

    /** A lane with its own connections, breaker and rate. */
    public Dispatch lane(Lane lane, Waiting waiting) {
        return new Dispatch(lane, new Relay(lane, settings, form, lane.name() + "." + mails.domain()), waiting);
    }
}
