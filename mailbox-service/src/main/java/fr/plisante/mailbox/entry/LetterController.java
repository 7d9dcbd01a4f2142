package fr.plisante.mailbox.entry;

import fr.plisante.mailbox.box.MailboxAccess;
import fr.plisante.mailbox.html.LetterHtml;
import fr.plisante.mailbox.mime.FileNames;
import fr.plisante.starter.web.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One letter: its headers, its body for a sandboxed frame, its parts, its source. */
@RestController
@RequestMapping("/api/mailbox/mailboxes/{mailboxId}/entries/{entryId}")
class LetterController {

    /**
     * A letter's HTML may bring colours, nothing that runs and nothing from elsewhere. The same origin lets our page
     * measure the frame it stands in, which is harmless as long as no script runs in it.
     */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'none'; base-uri 'none';"
                    + " frame-ancestors 'self'; sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox";

    private final MailboxAccess access;
    private final Entries entries;
    private final Letters letters;
    private final ReadEntry readEntry;
    private final ChangeEntry changeEntry;

    LetterController(
            MailboxAccess access, Entries entries, Letters letters, ReadEntry readEntry, ChangeEntry changeEntry) {
        this.access = access;
        this.entries = entries;
        this.letters = letters;
        this.readEntry = readEntry;
        this.changeEntry = changeEntry;
    }

    @GetMapping
    ReadEntry.View read(Caller caller, @PathVariable UUID mailboxId, @PathVariable String entryId) {
        return readEntry.read(access.require(caller, mailboxId), entryId);
    }

    @GetMapping("/history")
    List<ReadEntry.Deed> history(Caller caller, @PathVariable UUID mailboxId, @PathVariable String entryId) {
        var mailbox = access.require(caller, mailboxId);
        return readEntry.history(entries.find(mailbox.mailboxId(), entryId).orElseThrow(EntryNotFound::new));
    }

    @GetMapping("/body")
    ResponseEntity<String> body(Caller caller, @PathVariable UUID mailboxId, @PathVariable String entryId) {
        var opened = letters.open(access.require(caller, mailboxId), entryId);
        var words = letters.words(opened, "text/html")
                .map(LetterHtml::clean)
                .or(() -> letters.words(opened, "text/plain").map(text -> "<pre>" + LetterHtml.escape(text) + "</pre>"))
                .orElse("");
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", POLICY)
                .header("X-Frame-Options", "SAMEORIGIN")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(page(words));
    }

    private static String page(String words) {
        return "<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Message</title><style>"
                + "body{font:16px/1.55 system-ui,sans-serif;margin:0;overflow-wrap:anywhere;color:#1c1b1a;"
                + "background:#fff}pre{white-space:pre-wrap;font:inherit}img{max-width:100%}"
                + "blockquote{margin:.5em 0;padding-left:1em;border-left:3px solid #ccc;color:#555}"
                + "</style></head><body>" + words + "</body></html>";
    }

    @GetMapping("/parts/{part}")
    ResponseEntity<InputStreamResource> part(
            Caller caller, @PathVariable UUID mailboxId, @PathVariable String entryId, @PathVariable int part)
            throws IOException {
        var mailbox = access.require(caller, mailboxId);
        var opened = letters.open(mailbox, entryId);
        var wanted = opened.part(part);
        var name = wanted.name();
        if (name == null) {
            throw new PartNotFound();
        }
        var content = letters.part(opened, wanted);
        traced(content, () -> changeEntry.downloaded(caller, mailbox, entryId, part));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(wanted.type()))
                .contentLength(wanted.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(FileNames.shown(name)))
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(new InputStreamResource(content));
    }

    @GetMapping("/source")
    ResponseEntity<InputStreamResource> source(
            Caller caller, @PathVariable UUID mailboxId, @PathVariable String entryId) throws IOException {
        var mailbox = access.require(caller, mailboxId);
        var opened = letters.open(mailbox, entryId);
        var content = letters.source(opened);
        traced(content, () -> changeEntry.exported(caller, mailbox, entryId));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("message/rfc822"))
                .contentLength(opened.envelope().size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        attachment(opened.envelope().envelopeId() + ".eml"))
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(new InputStreamResource(content));
    }

    /** Nothing is handed out that was not traced. */
    private static void traced(InputStream content, Runnable trace) throws IOException {
        try {
            trace.run();
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
