package fr.plisante.mailbox.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import fr.plisante.mailbox.RunningMailbox;
import fr.plisante.mailbox.envelope.ReplyAction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A draft as it was first stored, read and changed by today's version: what a newer one wrote beside stays. */
@RunningMailbox
class StoredDraftsIT {

    private static final UUID MAILBOX = UUID.fromString("01a213e5-05ee-7a4d-8e71-fcc3f95b4a40");
    private static final UUID DRAFT = UUID.fromString("01a213e5-083a-7786-bd18-88b7e035abe1");
    private static final UUID UPLOAD = UUID.fromString("01a213e5-15f4-77d3-aac7-db52265f1e71");
    private static final UUID WRITER = UUID.randomUUID();

    @Autowired
    private MongoDatabase database;

    @Autowired
    private Drafts drafts;

    private MongoCollection<Document> stored;
    private Document sample;

    @BeforeEach
    void read() throws IOException {
        stored = database.getCollection("drafts");
        try (var in = getClass().getResourceAsStream("/stored/drafts-2026-11.json")) {
            sample = Document.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @AfterEach
    void remove() {
        drafts.remove(MAILBOX, DRAFT);
    }

    @Test
    void readsWhatWasStoredFirst() {
        stored.insertOne(sample);

        var draft = drafts.find(MAILBOX, DRAFT).orElseThrow();

        assertThat(draft.text().getData()).asString(StandardCharsets.UTF_8).isEqualTo("text");
        assertThat(draft.size()).isEqualTo(1021);
        assertThat(draft.upload(UPLOAD).orElseThrow().blob()).isEqualTo("a95e959d-7239-4b9b-b153-11f974cab582");
        assertThat(draft.conversation())
                .isEqualTo(new Draft.Conversation(
                        "received:01a213e5-17a1-795b-924c-689c439bbc0c",
                        ReplyAction.REPLY_ALL,
                        "<01a213e5-17a1-795b-924c-689c439bbc0c@mssante.example>",
                        List.of("<01a213e5-17a1-795b-924c-689c439bbc0c@mssante.example>")));
    }

    @Test
    void keepsWhatANewerVersionWrote() {
        sample.append("later", new Document("a", List.of(1)));
        sample.get("conversation", Document.class).append("later", true).put("action", "RESEND");
        sample.getList("uploads", Document.class).getFirst().append("later", "x");
        stored.insertOne(sample);

        var draft = drafts.find(MAILBOX, DRAFT).orElseThrow();
        assertThat(draft.conversation()).extracting(Draft.Conversation::action).isEqualTo(ReplyAction.UNKNOWN);
        drafts.save(draft, new Drafts.Saving(binary("autre"), 1, WRITER, Instant.now()), 5000);
        var upload = new Draft.Upload(UUID.randomUUID(), UUID.randomUUID().toString(), binary("b"), 10);
        assertThat(drafts.attach(draft, upload, 5000, 10, WRITER)).isTrue();
        assertThat(drafts.detach(draft, upload, WRITER)).isTrue();

        var now = stored.find(Filters.eq("_id", sample.getString("_id"))).first();
        assertThat(now).containsEntry("later", sample.get("later")).containsEntry("version", 8L);
        assertThat(now.get("text", Binary.class).getData())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("autre");
        assertThat(now.get("conversation")).isEqualTo(sample.get("conversation"));
        assertThat(now.get("uploads")).isEqualTo(sample.get("uploads"));
        assertThat(now.get("key")).isEqualTo(sample.get("key"));
    }

    private static Binary binary(String text) {
        return new Binary(text.getBytes(StandardCharsets.UTF_8));
    }
}
