package fr.plisante.mailbox.reading;

import fr.plisante.mailbox.html.MessageHtml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The page that shows a message's body in a sandboxed frame. */
@Component
class BodyPage {

    /**
     * A message's HTML may bring colours, nothing that runs and nothing from elsewhere. The same origin lets our page
     * measure the frame it stands in, which is harmless as long as no script runs in it.
     */
    static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'none'; base-uri 'none';"
                    + " frame-ancestors 'self'; sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox";

    private static final String BODY = "<!-- body -->";

    private final String page;

    BodyPage() throws IOException {
        page = new ClassPathResource("message-body.html").getContentAsString(StandardCharsets.UTF_8);
    }

    /** Its HTML, cleaned, or its plain text as it stands. */
    String of(Messages.Opened opened) {
        return page.replace(
                BODY,
                opened.text(Messages.HTML)
                        .map(MessageHtml::clean)
                        .or(() -> opened.text(Messages.TEXT).map(text -> "<pre>" + MessageHtml.escape(text) + "</pre>"))
                        .orElse(""));
    }
}
