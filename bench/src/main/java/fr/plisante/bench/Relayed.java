package fr.plisante.bench;

import java.io.IOException;
import java.io.InputStream;
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
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;

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

    /** Begins with what comes from now on. */
    Relayed(URI sink) {
        this.sink = sink;
        this.last = count();
    }

    /** How many mails of any kind it took; the bodies stay unread, because reading costs what is measured. */
    int count() {
        return ask(
                "/api/mails/count",
                answer -> Correspondent.JSON.readTree(answer).get("count").asInt());
    }

    /** Reads what came since the last look. */
    synchronized List<Notice> all() {
        return ask("/api/mails?after=" + last, answer -> {
            try (MappingIterator<JsonNode> mails =
                    Correspondent.JSON.readerFor(JsonNode.class).readValues(answer)) {
                mails.forEachRemaining(this::note);
            }
            return List.copyOf(notices);
        });
    }

    private void note(JsonNode mail) {
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

    private <T> T ask(String path, Function<InputStream, T> read) {
        var request = HttpRequest.newBuilder(sink.resolve(path)).build();
        try (var answer = http.send(request, BodyHandlers.ofInputStream()).body()) {
            return read.apply(answer);
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
