package fr.plisante.mailbox.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.plisante.mailbox.envelope.Correspondent;
import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.envelope.Envelopes;
import fr.plisante.mailbox.envelope.Receipt;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.starter.web.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The folders of a mailbox, page by page, and what can be done to what lies in them. */
@RestController
@RequestMapping("/api/mailbox/mailboxes/{mailboxId}")
class EntryController {

    private final Entries entries;
    private final Envelopes envelopes;
    private final Messages messages;
    private final ChangeEntry changeEntry;

    EntryController(Entries entries, Envelopes envelopes, Messages messages, ChangeEntry changeEntry) {
        this.entries = entries;
        this.envelopes = envelopes;
        this.messages = messages;
        this.changeEntry = changeEntry;
    }

    /** How many of a sent letter's recipients have it, and have opened it. */
    record Receipts(int recipients, int delivered, int opened) {

        static Receipts from(Envelope envelope) {
            var states = envelope.recipients().stream()
                    .map(recipient -> envelope.receipt(recipient.mailboxId()).state())
                    .toList();
            var opened =
                    (int) states.stream().filter(Receipt.State.OPENED::equals).count();
            var delivered = (int) states.stream()
                            .filter(Receipt.State.DELIVERED::equals)
                            .count()
                    + opened;
            return new Receipts(states.size(), delivered, opened);
        }
    }

    record Line(
            String entryId,
            UUID envelopeId,
            String folder,
            long uid,
            long modSeq,
            boolean seen,
            boolean answered,
            boolean forwarded,
            Correspondent from,
            List<Correspondent> to,
            String subject,
            String preview,
            int attachments,
            long size,
            Instant receivedAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Receipts receipts) {}

    record Page(List<Line> entries, @Nullable String next) {}

    @GetMapping("/entries")
    Page page(
            Mailbox mailbox,
            @RequestParam String folder,
            @RequestParam(required = false) @Min(0) @Nullable Long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var in = Folder.of(folder).orElseThrow(EntryRefusals::folderUnknown);
        var page = entries.page(mailbox.mailboxId(), in, before == null ? Long.MAX_VALUE : before, limit + 1);
        var shown = page.subList(0, Math.min(limit, page.size()));
        var sent = envelopes.all(shown.stream()
                .filter(entry -> !entry.received())
                .map(Entry::envelope)
                .toList());
        return new Page(
                shown.stream()
                        .map(entry -> line(entry, sent.get(entry.envelope().envelopeId())))
                        .toList(),
                page.size() > limit ? String.valueOf(shown.getLast().place().uid()) : null);
    }

    private Line line(Entry entry, @Nullable Envelope sent) {
        var summary = messages.summary(entry);
        return new Line(
                entry.entryId(),
                entry.envelope().envelopeId(),
                entry.place().folder().wire(),
                entry.place().uid(),
                entry.modSeq(),
                entry.flags().seen(),
                entry.flags().answered(),
                entry.flags().forwarded(),
                summary.from(),
                summary.to(),
                summary.subject(),
                summary.preview(),
                entry.attachments(),
                entry.size(),
                entry.receivedAt(),
                sent == null || entry.received() ? null : Receipts.from(sent));
    }

    /** An entry as a client that follows the mailbox needs it. */
    record Changed(String entryId, String folder, long uid, long modSeq, boolean seen, boolean answered) {}

    record Changes(List<Changed> entries, long modSeq) {}

    @GetMapping("/changes")
    Changes changes(
            Mailbox mailbox,
            @RequestParam @Min(0) long after,
            @RequestParam(defaultValue = "200") @Min(1) @Max(1000) int limit) {
        var changed = entries.changedAfter(mailbox.mailboxId(), after, limit);
        return new Changes(
                changed.stream()
                        .map(entry -> new Changed(
                                entry.entryId(),
                                entry.place().folder().wire(),
                                entry.place().uid(),
                                entry.modSeq(),
                                entry.flags().seen(),
                                entry.flags().answered()))
                        .toList(),
                changed.isEmpty() ? after : changed.getLast().modSeq());
    }

    record Seen(@NotNull Boolean seen) {}

    @PutMapping("/entries/{entryId}/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(Caller caller, Mailbox mailbox, @PathVariable String entryId, @Valid @RequestBody Seen seen) {
        changeEntry.seen(caller, mailbox, entryId, seen.seen());
    }

    record Place(@NotNull String folder) {}

    @PutMapping("/entries/{entryId}/folder")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void move(Caller caller, Mailbox mailbox, @PathVariable String entryId, @Valid @RequestBody Place place) {
        var folder = Folder.of(place.folder()).orElseThrow(EntryRefusals::folderUnknown);
        changeEntry.move(caller, mailbox, entryId, folder);
    }

    @DeleteMapping("/entries/{entryId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, Mailbox mailbox, @PathVariable String entryId) {
        changeEntry.delete(caller, mailbox, entryId);
    }
}
