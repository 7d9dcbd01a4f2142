package fr.plisante.local.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.plisante.local.component.Startup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmtpSinkTests {

    private static final int KEPT = 5;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private final int smtp = Startup.freePort();
    private int page = Startup.freePort();
    private SmtpSink sink;

    @BeforeEach
    void start() throws Exception {
        sink = SmtpSink.start(smtp, page, Mails.in(folder, KEPT));
    }

    @AfterEach
    void stop() {
        sink.stop();
    }

    @Test
    void givesAMailAsAClientUnderstandsIt() throws Exception {
        send("zoe@courriel.example", "Été : 123456", "Bonjour,\r\n.un point\r\nété", "<p>Été</p>");

        var mails = get("/api/mails?to=ZOE@courriel.example").body();

        assertThat(mails).contains("\"subject\":\"Été : 123456\"", "<p>Été</p>", ".un point", "<m1@plisante.example>");
    }

    @Test
    void findsTheMailsOfOneRecipientAfterANumber() throws Exception {
        send("zoe@courriel.example", "un", "", "");
        send("noemie@courriel.example", "deux", "", "");
        send("zoe@courriel.example", "trois", "", "");

        assertThat(get("/api/mails?to=zoe@courriel.example&after=1").body())
                .contains("trois")
                .doesNotContain("deux", "\"un\"");
        assertThat(get("/api/mails/count").body()).isEqualTo("{\"count\":3}");
    }

    @Test
    void keepsItsMailsOverARestartAndForgetsHalfOnes() throws Exception {
        send("zoe@courriel.example", "Été", "texte", "");
        var source = get("/api/mails/1/source").body();
        sink.stop();
        Files.writeString(folder.resolve("incoming123.whole"), "cut by a kill");

        page = Startup.freePort();
        sink = SmtpSink.start(smtp, page, Mails.in(folder, KEPT));

        assertThat(get("/api/mails/1/source").body()).isEqualTo(source).contains("Message-ID: <m1@plisante.example>");
        assertThat(folder).isDirectoryNotContaining("glob:**.whole");
    }

    @Test
    void forgetsTheOldestBeyondItsBound() throws Exception {
        for (var subject : List.of("un", "deux", "trois", "quatre", "cinq", "six", "sept")) {
            send("zoe@courriel.example", subject, "", "");
        }

        assertThat(get("/api/mails").body()).contains("trois", "sept").doesNotContain("\"deux\"");
        assertThat(get("/").body()).contains("trois", "sept").doesNotContain("deux");
        assertThat(get("/api/mails/2/source").statusCode()).isEqualTo(404);
        assertThat(get("/api/mails/count").body()).isEqualTo("{\"count\":7}");
        assertThat(folder.toFile().list()).hasSize(KEPT);
    }

    @Test
    void refusesARecipientForGood() throws Exception {
        behave("{\"mode\":\"refuse\",\"address\":\"zoe@courriel.example\"}");

        assertThatThrownBy(() -> send("zoe@courriel.example", "un", "", ""))
                .isInstanceOf(SendFailedException.class)
                .hasStackTraceContaining("550")
                .hasStackTraceContaining("5.1.1");
        send("noemie@courriel.example", "deux", "", "");
        behave("{\"mode\":\"ok\"}");
        send("zoe@courriel.example", "trois", "", "");

        assertThat(get("/api/mails/count").body()).isEqualTo("{\"count\":2}");
    }

    @Test
    void goesDownAndComesBack() throws Exception {
        behave("{\"mode\":\"down\"}");
        assertThatThrownBy(() -> send("zoe@courriel.example", "un", "", "")).isInstanceOf(MessagingException.class);

        behave("{\"mode\":\"ok\"}");
        send("zoe@courriel.example", "un", "", "");

        assertThat(get("/api/mails/count").body()).isEqualTo("{\"count\":1}");
    }

    @Test
    void refusesAWishItDoesNotKnow() throws Exception {
        assertThat(behave("{\"mode\":\"asleep\"}")).isEqualTo(400);
        assertThat(behave("not json")).isEqualTo(400);
    }

    @Test
    void showsAHostileMailHarmlessly() throws Exception {
        send("zoe@courriel.example", "<script>alert(1)</script>", "<b>", "<script>alert(2)</script>");

        assertThat(get("/").body()).doesNotContain("<script>").contains("&lt;script&gt;");
        assertThat(get("/mails/1").body()).doesNotContain("<script>").contains("sandbox=");
        assertThat(get("/mails/1/html")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .startsWith("sandbox allow-popups")
                .contains("default-src 'none'");
    }

    @Test
    void speaksEnglishToo() throws Exception {
        var answer = CLIENT.send(request("/").header("Accept-Language", "en-GB").build(), BodyHandlers.ofString());

        assertThat(answer.body()).contains("<html lang=\"en\">", "Captured mails");
        assertThat(get("/").body()).contains("<html lang=\"fr\">", "Courriels capturés");
    }

    private void send(String to, String subject, String text, String html) throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(smtp));
        var message = new MimeMessage(Session.getInstance(properties)) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<m1@plisante.example>");
            }
        };
        message.setFrom(new InternetAddress("ne-pas-repondre@plisante.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        message.setContent(new MimeMultipart("alternative", part(text, "plain"), part(html, "html")));
        Transport.send(message);
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content, "UTF-8", subtype);
        return part;
    }

    private int behave(String wish) throws Exception {
        return CLIENT.send(
                        request("/api/behaviour")
                                .PUT(BodyPublishers.ofString(wish))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + page + path));
    }
}
