package fr.plisante.mailbox.reading;

import fr.plisante.mailbox.entry.ChangeEntry;
import fr.plisante.mailbox.entry.EntryRefusals;
import fr.plisante.mailbox.html.MessageHtml;
import fr.plisante.mailbox.mailbox.Folder;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mime.FileNames;
import fr.plisante.starter.web.Caller;
import fr.plisante.starter.web.Page;
import fr.plisante.starter.web.Paging;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Folders as lists, and one message: its headers, its body for a sandboxed frame, its parts, its source. */
@RestController
@RequestMapping("/api/mailbox/mailboxes/{mailboxId}")
class MessageController {

    private static final String MESSAGE = "/entries/{entryId}";

    private final ListEntries listEntries;
    private final Messages messages;
    private final ReadMessage readMessage;
    private final ChangeEntry changeEntry;
    private final BodyPage bodyPage;

    MessageController(
            ListEntries listEntries,
            Messages messages,
            ReadMessage readMessage,
            ChangeEntry changeEntry,
            BodyPage bodyPage) {
        this.listEntries = listEntries;
        this.messages = messages;
        this.readMessage = readMessage;
        this.changeEntry = changeEntry;
        this.bodyPage = bodyPage;
    }

    @GetMapping("/entries")
    Page<Line> list(Mailbox mailbox, @RequestParam String folder, Paging paging) {
        return listEntries.page(mailbox, Folder.of(folder).orElseThrow(EntryRefusals::folderUnknown), paging);
    }

    @GetMapping(MESSAGE)
    MessageView read(Caller caller, Mailbox mailbox, @PathVariable String entryId) {
        return readMessage.read(caller, mailbox, entryId);
    }

    @GetMapping(MESSAGE + "/body")
    ResponseEntity<String> body(Caller caller, Mailbox mailbox, @PathVariable String entryId) {
        var opened = messages.open(caller, mailbox, entryId);
        var body = messages.body(opened, Opened.HTML)
                .map(MessageHtml::clean)
                .or(() -> messages.body(opened, Opened.TEXT).map(text -> "<pre>" + MessageHtml.escape(text) + "</pre>"))
                .orElse("");
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", BodyPage.POLICY)
                .header("X-Frame-Options", "SAMEORIGIN")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(bodyPage.around(body));
    }

    /** The plain text that goes with every message, for those who show or print no HTML. */
    @GetMapping(MESSAGE + "/text")
    ResponseEntity<String> text(Caller caller, Mailbox mailbox, @PathVariable String entryId) {
        var opened = messages.open(caller, mailbox, entryId);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(messages.body(opened, Opened.TEXT).orElse(""));
    }

    @GetMapping(MESSAGE + "/parts/{part}")
    ResponseEntity<InputStreamResource> part(
            Caller caller, Mailbox mailbox, @PathVariable String entryId, @PathVariable int part) throws IOException {
        var opened = messages.open(caller, mailbox, entryId);
        var wanted = opened.part(part);
        var name = wanted.name();
        if (name == null) {
            throw EntryRefusals.partNotFound();
        }
        var content = messages.part(opened, wanted);
        audited(content, () -> changeEntry.downloaded(caller, mailbox, entryId, part));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(wanted.type()))
                .contentLength(wanted.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(FileNames.shown(name)))
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(new InputStreamResource(content));
    }

    @GetMapping(MESSAGE + "/source")
    ResponseEntity<InputStreamResource> source(Caller caller, Mailbox mailbox, @PathVariable String entryId)
            throws IOException {
        var opened = messages.open(caller, mailbox, entryId);
        var content = messages.source(opened);
        audited(content, () -> changeEntry.exported(caller, mailbox, entryId));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("message/rfc822"))
                .contentLength(opened.item().size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        attachment(opened.item().envelopeId() + ".eml"))
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(new InputStreamResource(content));
    }

    /** Nothing is handed out before it is written down who got it. */
    private static void audited(InputStream content, Runnable audit) throws IOException {
        try {
            audit.run();
        } catch (RuntimeException e) {
            content.close();
            throw e;
        }
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
