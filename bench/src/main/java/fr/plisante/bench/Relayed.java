package fr.plisante.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The notices that the SMTP sink took, by the letter and the mailbox that their link names. */
final class Relayed {

    /** One mail at the sink. */
    record Notice(UUID mailboxId, UUID envelopeId, String messageId, Instant at) {}

    private static final Pattern LINK = Pattern.compile(
            "/boites/([0-9a-f-]{36})/messages/received(?::|%3A)([0-9a-f-]{36})", Pattern.CASE_INSENSITIVE);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI sink;
    private final List<Notice> notices = new ArrayList<>();
    private long last;

    Relayed(URI sink) {
        this.sink = sink;
    }

    /** How many mails of any kind it took; the bodies stay unread, because reading costs what is measured. */
    int count() {
        return Correspondent.JSON.readTree(ask("/api/mails/count")).get("count").asInt();
    }

    /** Reads what came since the last look. */
    synchronized List<Notice> all() {
        for (JsonNode mail : Correspondent.JSON.readTree(ask("/api/mails?after=" + last))) {
            last = Math.max(last, mail.get("seq").asLong());
            var link = LINK.matcher(mail.path("text").asString());
            if (link.find()) {
                notices.add(new Notice(
                        UUID.fromString(link.group(1)),
                        UUID.fromString(link.group(2)),
                        mail.get("messageId").asString(),
                        Instant.parse(mail.get("at").asString())));
            }
        }
        return List.copyOf(notices);
    }

    private String ask(String path) {
        try {
            return http.send(HttpRequest.newBuilder(sink.resolve(path)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new IllegalStateException("The sink does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Mails for one letter in one mailbox, by Message-ID. */
    Map<String, Integer> byMessageId(UUID envelopeId, UUID mailboxId) {
        var counted = new LinkedHashMap<String, Integer>();
        for (var notice : all()) {
            if (notice.envelopeId().equals(envelopeId) && notice.mailboxId().equals(mailboxId)) {
                counted.merge(notice.messageId(), 1, Integer::sum);
            }
        }
        return counted;
    }
}
