package fr.plisante.mailbox.envelope;

import fr.plisante.starter.web.Refusal;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.http.HttpStatus;

/** How large a message may be, its attachments together, and how many people it may go to. */
@ConfigurationProperties("plisante.message")
public record MessageLimits(long maxBytes, int maxRecipients) {

    /** Refuses more recipients than the setting allows, naming the field that is too long. */
    public void require(List<String> to, List<String> cc) {
        if (to.size() + cc.size() > maxRecipients) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "too-many-recipients", maxRecipients)
                    .about(to.size() > maxRecipients ? "to" : "cc");
        }
    }
}
