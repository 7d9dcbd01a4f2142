package fr.plisante.mailbox.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SentBeforeTests {

    private static final UUID DRAFT = UUID.fromString("01a213e5-083a-7786-bd18-88b7e035abe1");
    private static final List<String> TO = List.of("camille.exemple@medecin.oc.mssante.example");
    private static final String SUBJECT = "Résultats de Mme É. 😀";

    /** A request of a later version. */
    record LaterRequest(
            UUID draftId,
            boolean urgent,
            List<String> to,
            List<String> cc,
            String subject,
            String html,
            List<UUID> uploads,
            @Nullable String sendAt,
            List<String> bcc) {}

    @Test
    void knowsARequestByTheSameBytesForEver() throws IOException {
        var request = new SendRequest(
                DRAFT,
                TO,
                List.of("paul.noel@medecin.oc.mssante.example"),
                SUBJECT,
                "<p>Chère consœur,</p>",
                List.of(UUID.fromString("01a213e5-15f4-77d3-aac7-db52265f1e71")),
                null);

        try (var sample = getClass().getResourceAsStream("/stored/send-request-2026-11.json")) {
            assertThat(new String(SentBefore.canonical(request), StandardCharsets.UTF_8))
                    .isEqualTo(new String(sample.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    @Test
    void takesTheRequestOfALaterVersionThatAsksForNothingMoreForTheSame() {
        var request = new SendRequest(DRAFT, TO, List.of(), SUBJECT, "", List.of(), null);

        assertThat(SentBefore.canonical(
                        new LaterRequest(DRAFT, false, TO, List.of(), SUBJECT, "", List.of(), null, List.of())))
                .isEqualTo(SentBefore.canonical(request));
        assertThat(SentBefore.canonical(
                        new LaterRequest(DRAFT, true, TO, List.of(), SUBJECT, "", List.of(), null, List.of())))
                .isNotEqualTo(SentBefore.canonical(request));
    }

    @Test
    void tellsToFromCc() {
        assertThat(SentBefore.canonical(new SendRequest(DRAFT, TO, List.of(), SUBJECT, "", List.of(), null)))
                .isNotEqualTo(
                        SentBefore.canonical(new SendRequest(DRAFT, List.of(), TO, SUBJECT, "", List.of(), null)));
    }
}
