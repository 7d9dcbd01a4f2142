package fr.plisante.webmail.client;

import fr.plisante.starter.web.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** mailbox-service, asked as the person who looks at the page. */
@HttpExchange("/api/mailbox")
public interface MailboxClient {

    /** As many as a page shows around itself. */
    @GetExchange("/mailboxes?limit=200")
    Page<Mailbox> mailboxes();

    @GetExchange("/mailboxes/{mailbox}")
    Mailbox mailbox(@PathVariable UUID mailbox);

    /** A mailbox with a page of one of its folders. */
    @GetExchange("/mailboxes/{mailbox}/view")
    View view(
            @PathVariable UUID mailbox,
            @RequestParam String folder,
            @RequestParam(required = false) @Nullable String cursor);

    /** A message, which is read from now on, with its mailbox and the start of its folder. */
    @PostExchange("/mailboxes/{mailbox}/entries/{entry}/open")
    View open(@PathVariable UUID mailbox, @PathVariable String entry);

    /** The same without marking it as read. */
    @GetExchange("/mailboxes/{mailbox}/entries/{entry}/view")
    View preview(@PathVariable UUID mailbox, @PathVariable String entry);

    @GetExchange("/mailboxes/{mailbox}/entries/{entry}")
    Message message(@PathVariable UUID mailbox, @PathVariable String entry);

    /** The plain text of a message, whether it has HTML or not. */
    @GetExchange(url = "/mailboxes/{mailbox}/entries/{entry}/text", accept = MediaType.TEXT_PLAIN_VALUE)
    String text(@PathVariable UUID mailbox, @PathVariable String entry);

    @PutExchange("/mailboxes/{mailbox}/entries/{entry}/seen")
    void seen(@PathVariable UUID mailbox, @PathVariable String entry, @RequestBody Map<String, Boolean> seen);

    @PutExchange("/mailboxes/{mailbox}/entries/{entry}/folder")
    void move(@PathVariable UUID mailbox, @PathVariable String entry, @RequestBody Map<String, String> folder);

    @DeleteExchange("/mailboxes/{mailbox}/entries/{entry}")
    void delete(@PathVariable UUID mailbox, @PathVariable String entry);

    @GetExchange("/mailboxes/{mailbox}/drafts")
    Page<Draft> drafts(@PathVariable UUID mailbox, @RequestParam(required = false) @Nullable String cursor);

    @PostExchange("/mailboxes/{mailbox}/drafts")
    Draft newDraft(@PathVariable UUID mailbox, @RequestBody Draft.Start start);

    @GetExchange("/mailboxes/{mailbox}/drafts/{draft}")
    Draft draft(@PathVariable UUID mailbox, @PathVariable UUID draft);

    @PutExchange("/mailboxes/{mailbox}/drafts/{draft}")
    Draft save(@PathVariable UUID mailbox, @PathVariable UUID draft, @RequestBody Draft.Text text);

    @DeleteExchange("/mailboxes/{mailbox}/drafts/{draft}")
    void deleteDraft(@PathVariable UUID mailbox, @PathVariable UUID draft);

    @PutExchange("/mailboxes/{mailbox}/drafts/{draft}/uploads/{upload}")
    void upload(
            @PathVariable UUID mailbox,
            @PathVariable UUID draft,
            @PathVariable UUID upload,
            @RequestParam String name,
            @RequestHeader("Content-Type") MediaType type,
            @RequestBody Resource content);

    @DeleteExchange("/mailboxes/{mailbox}/drafts/{draft}/uploads/{upload}")
    void deleteUpload(@PathVariable UUID mailbox, @PathVariable UUID draft, @PathVariable UUID upload);

    @PostExchange("/mailboxes/{mailbox}/envelopes")
    Sent send(@PathVariable UUID mailbox, @RequestBody Draft.Outgoing message);

    @GetExchange("/settings")
    Limits limits();

    /**
     * All that a page of a mailbox shows.
     *
     * @param mailboxes all that the person may open
     * @param entries a page of a folder
     * @param message the one that was opened, if one was
     */
    record View(
            Mailbox mailbox,
            List<Mailbox> mailboxes,
            Page<Entry> entries,
            @Nullable Message message) {}

    /** What became of it. */
    record Sent(UUID envelopeId, String entryId, int recipients) {}

    /** What a message may be. */
    record Limits(long maxMessageBytes, int maxRecipients) {}
}
