package fr.plisante.mailbox.box;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** How large a message may be, its attachments together, and how many people it may go to. */
@ConfigurationProperties("plisante.message")
public record MessageLimits(long maxBytes, int maxRecipients) {

    /** Refuses more recipients than the setting allows, naming the field that is too long. */
    public void require(List<String> to, List<String> cc) {
        if (to.size() + cc.size() > maxRecipients) {
            throw new TooManyRecipients(to.size() > maxRecipients ? "to" : "cc", maxRecipients);
        }
    }
}
