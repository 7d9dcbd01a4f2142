package fr.plisante.webmail.client;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

    @GetExchange("/mailboxes")
    List<Mailbox> mailboxes();

    @GetExchange("/mailboxes/{mailbox}")
    Mailbox mailbox(@PathVariable UUID mailbox);

    @GetExchange("/mailboxes/{mailbox}/entries")
    EntryPage entries(
            @PathVariable UUID mailbox,
            @RequestParam String folder,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam int limit);

    @GetExchange("/mailboxes/{mailbox}/entries/{entry}")
    Letter letter(@PathVariable UUID mailbox, @PathVariable String entry);

    @PutExchange("/mailboxes/{mailbox}/entries/{entry}/seen")
    void seen(@PathVariable UUID mailbox, @PathVariable String entry, @RequestBody Map<String, Boolean> seen);

    @PutExchange("/mailboxes/{mailbox}/entries/{entry}/folder")
    void move(@PathVariable UUID mailbox, @PathVariable String entry, @RequestBody Map<String, String> folder);

    @DeleteExchange("/mailboxes/{mailbox}/entries/{entry}")
    void delete(@PathVariable UUID mailbox, @PathVariable String entry);

    @GetExchange("/mailboxes/{mailbox}/drafts")
    ResponseEntity<List<Draft>> drafts(
            @PathVariable UUID mailbox, @RequestParam(required = false) @Nullable String before);

    @PostExchange("/mailboxes/{mailbox}/drafts")
    Draft newDraft(@PathVariable UUID mailbox, @RequestBody NewDraft draft);

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
    Sent send(@PathVariable UUID mailbox, @RequestBody Envelope envelope);

    @GetExchange("/settings")
    Limits limits();

    /**
     * What a draft starts from.
     *
     * @param answers entry that is answered or forwarded
     * @param as {@code reply}, {@code reply-all} or {@code forward}
     */
    record NewDraft(@Nullable String answers, @Nullable String as) {}

    /** The letter as it leaves. */
    record Envelope(UUID draftId, List<String> to, List<String> cc, String object, String html, List<UUID> uploads) {}

    /** What became of it. */
    record Sent(UUID envelopeId, String entryId, int recipients) {}

    /** What a letter may be. */
    record Limits(long maxMessageBytes, int maxRecipients) {}
}
