package fr.plisante.mailbox.reading;

import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mime.FileNames;
import fr.plisante.starter.web.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One message: its headers, its body for a sandboxed frame, its parts, its source. */
@RestController
@RequestMapping("/api/mailbox/mailboxes/{mailboxId}/entries/{entryId}")
class MessageController {

    private final Messages messages;
    private final ReadMessage readMessage;
    private final BodyPage bodyPage;

    MessageController(Messages messages, ReadMessage readMessage, BodyPage bodyPage) {
        this.messages = messages;
        this.readMessage = readMessage;
        this.bodyPage = bodyPage;
    }

    @GetMapping
    MessageView read(Caller caller, Mailbox mailbox, @PathVariable String entryId) {
        return readMessage.view(messages.open(caller, mailbox, entryId));
    }

    @GetMapping("/body")
    ResponseEntity<String> body(Caller caller, Mailbox mailbox, @PathVariable String entryId) {
        return privately(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", BodyPage.POLICY)
                .header("X-Frame-Options", "SAMEORIGIN")
                .body(bodyPage.of(messages.open(caller, mailbox, entryId)));
    }

    /** The plain text that goes with every message, for those who show or print no HTML. */
    @GetMapping("/text")
    ResponseEntity<String> text(Caller caller, Mailbox mailbox, @PathVariable String entryId) {
        return privately(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(messages.open(caller, mailbox, entryId)
                        .text(Messages.TEXT)
                        .orElse(""));
    }

    @GetMapping("/parts/{part}")
    ResponseEntity<InputStreamResource> part(
            Caller caller, Mailbox mailbox, @PathVariable String entryId, @PathVariable int part) throws IOException {
        var opened = messages.download(caller, mailbox, entryId, part);
        var wanted = opened.attachment(part);
        return file(
                MediaType.parseMediaType(wanted.type()),
                FileNames.shown(Objects.requireNonNull(wanted.name())),
                wanted.size(),
                opened.part(wanted));
    }

    @GetMapping("/source")
    ResponseEntity<InputStreamResource> source(Caller caller, Mailbox mailbox, @PathVariable String entryId)
            throws IOException {
        var opened = messages.export(caller, mailbox, entryId);
        var item = opened.item();
        return file(
                MediaType.parseMediaType("message/rfc822"), item.envelopeId() + ".eml", item.size(), opened.source());
    }

    private static ResponseEntity<InputStreamResource> file(
            MediaType type, String name, long size, InputStream content) {
        var attachment = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return privately(type)
                .contentLength(size)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(new InputStreamResource(content));
    }

    private static ResponseEntity.BodyBuilder privately(MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}
