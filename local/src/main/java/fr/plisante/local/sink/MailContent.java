package fr.plisante.local.sink;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A mail as a mail client understands it. */
record MailContent(
        @JsonIgnore String headers,
        @Nullable String text,
        @Nullable String html) {

    /** Headers may be in UTF-8. */
    static final Session SESSION = Session.getInstance(properties());

    private static Properties properties() {
        var properties = new Properties();
        properties.put("mail.mime.allowutf8", "true");
        return properties;
    }

    static MailContent read(InputStream source) throws IOException {
        try (source) {
            var message = new MimeMessage(SESSION, source);
            var headers = Collections.list(message.getAllHeaderLines()).stream().collect(Collectors.joining("\n"));
            return new MailContent(headers, first(message, "text/plain"), first(message, "text/html"));
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    private static @Nullable String first(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                var found = first(parts.getBodyPart(i), type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
