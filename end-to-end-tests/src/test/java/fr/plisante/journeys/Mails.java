package fr.plisante.journeys;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The mails that really left, as the relay took them. */
final class Mails {

    /** A mail as its reader gets it. */
    record Mail(
            long seq,
            Instant at,
            String from,
            List<String> to,
            String messageId,
            String subject,
            String text,
            String html) {

        /** The one address in the mail that leads into the product. */
        String link(String publicUrl) {
            var found =
                    Pattern.compile(Pattern.quote(publicUrl) + "[^\\s\"<>]+").matcher(text);
            if (!found.find()) {
                throw new AssertionError("no link to " + publicUrl + " in " + text);
            }
            return found.group();
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern CODE = Pattern.compile("\\b(\\d{3})\\h?(\\d{3})\\b");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI sink;

    Mails(URI sink) {
        this.sink = sink;
    }

    /** The number of the last mail to an address; later ones have a higher one. */
    long last(String address) {
        return list(address, 0).stream().mapToLong(Mail::seq).max().orElse(0);
    }

    /** Waits for a mail to an address that came after another. */
    Mail after(long seq, String address, Predicate<Mail> wanted) {
        return await("a mail to " + address)
                .atMost(PATIENCE)
                .until(() -> list(address, seq).stream().filter(wanted).toList(), found -> !found.isEmpty())
                .getFirst();
    }

    /** Waits for a sign-in code that came after another mail. */
    String code(long seq, String address) {
        var mail = after(
                seq,
                address,
                candidate -> candidate.text().contains("code")
                        && CODE.matcher(candidate.text()).find());
        var code = CODE.matcher(mail.text());
        code.find();
        return code.group(1) + code.group(2);
    }

    List<Mail> list(String address, long after) {
        var request = HttpRequest.newBuilder(sink.resolve(
                        "/api/mails?after=" + after + "&to=" + URLEncoder.encode(address, StandardCharsets.UTF_8)))
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return List.of(JSON.readValue(answer.body(), Mail[].class));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new AssertionError("the sink does not answer", e);
        }
    }
}
