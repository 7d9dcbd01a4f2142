package fr.plisante.mailbox.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.plisante.mailbox.entry.ChangeEntry;
import fr.plisante.mailbox.entry.EntryRefusals;
import fr.plisante.mailbox.mailbox.Folder;
import fr.plisante.mailbox.mailbox.Membership;
import fr.plisante.starter.web.Caller;
import fr.plisante.starter.web.Page;
import fr.plisante.starter.web.Paging;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All that a page of a mailbox shows, in one answer. */
@RestController
@RequestMapping("/api/mailbox/mailboxes/{mailboxId}")
class ViewController {

    private final Overview overview;
    private final ListEntries listEntries;
    private final Messages messages;
    private final ReadMessage readMessage;
    private final ChangeEntry changeEntry;

    ViewController(
            Overview overview,
            ListEntries listEntries,
            Messages messages,
            ReadMessage readMessage,
            ChangeEntry changeEntry) {
        this.overview = overview;
        this.listEntries = listEntries;
        this.messages = messages;
        this.readMessage = readMessage;
        this.changeEntry = changeEntry;
    }

    /**
     * The mailbox, those that the caller may enter (so many as the setting says), a page of a folder, and the message if
     * one was asked for.
     */
    record View(
            Overview.View mailbox,
            List<Overview.Line> mailboxes,
            Page<Line> entries,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MessageView message) {}

    @GetMapping("/view")
    View view(Caller caller, Membership membership, @RequestParam String folder, Paging paging) {
        return view(caller, membership, folder(folder), paging, null);
    }

    /** Reads a message: from now on it is read. */
    @PostMapping("/entries/{entryId}/open")
    View open(
            Caller caller,
            Membership membership,
            @PathVariable String entryId,
            @RequestParam(required = false) @Nullable String folder,
            Paging paging) {
        var mailbox = membership.mailbox();
        var held = changeEntry.seen(caller, mailbox, entryId, true);
        var message = readMessage.view(messages.open(caller, mailbox, held));
        return view(caller, membership, folder(folder, message), paging, message);
    }

    /** The same without marking it as read, for a page that is fetched before anyone looks at it. */
    @GetMapping("/entries/{entryId}/view")
    View preview(
            Caller caller,
            Membership membership,
            @PathVariable String entryId,
            @RequestParam(required = false) @Nullable String folder,
            Paging paging) {
        var message = readMessage.view(messages.open(caller, membership.mailbox(), entryId));
        return view(caller, membership, folder(folder, message), paging, message);
    }

    private View view(
            Caller caller, Membership membership, Folder folder, Paging paging, @Nullable MessageView message) {
        var lines = overview.lines(caller.accountId(), membership.shown());
        var line = lines.get(membership.shown().indexOf(membership.mailbox()));
        return new View(overview.view(line), lines, listEntries.page(membership.mailbox(), folder, paging), message);
    }

    private static Folder folder(String name) {
        return Folder.of(name).orElseThrow(EntryRefusals::folderUnknown);
    }

    /** Where the message lies, unless the page shows another folder. */
    private static Folder folder(@Nullable String name, MessageView message) {
        return name == null ? message.item().folder() : folder(name);
    }
}
