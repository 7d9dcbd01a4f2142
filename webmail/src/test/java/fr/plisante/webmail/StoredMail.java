package fr.plisante.webmail;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The mailboxes, messages and drafts of {@link FakeServices}: maps as JSON has them, which a test may change. */
final class StoredMail {

    static final String OWN = "01900000-0000-7000-8000-000000000001";
    static final String TEAM = "01900000-0000-7000-8000-000000000002";
    static final String RECEIVED = "received:01900000-0000-7000-8000-00000000000a";
    static final String SENT = "sent:01900000-0000-7000-8000-00000000000b";
    static final String DRAFT = "01900000-0000-7000-8000-00000000000d";
    static final String TEXT = "Cher confrère,\nje vous adresse M. Exemple, 62 ans.";
    static final String BODY = """
            <!doctype html><html lang="fr"><body style="font: 16px/1.5 system-ui, sans-serif">
            <p>Cher confrère,</p><p>Je vous adresse <b>M. Exemple</b>, 62 ans, pour <span style="background-color:#fff3b0">avis</span>.</p>
            <p>Bien confraternellement,<br>Dr Lagarde</p><blockquote><p>Merci de votre confiance.</p></blockquote></body></html>""";

    private static final int PAGE = 50;

    final List<Map<String, Object>> mailboxes = List.of(
            mailbox(OWN, "PER", "celia.lagarde@medecin.oc.mssante.example", "Célia Lagarde", true),
            mailbox(
                    TEAM,
                    "ORG",
                    "secretariat.cardiologie@ch-exemple.oc.mssante.example",
                    "Secrétariat Cardiologie",
                    false));
    final Map<String, Map<String, Object>> entries = Collections.synchronizedMap(new LinkedHashMap<>());
    final Map<String, Map<String, Object>> drafts = Collections.synchronizedMap(new LinkedHashMap<>());
    final StoredContacts contacts = new StoredContacts();

    StoredMail() {
        var now = Instant.now();
        put(received(RECEIVED, "Compte rendu de consultation", now.minus(20, ChronoUnit.MINUTES), false));
        put(sent(SENT, now.minus(26, ChronoUnit.HOURS)));
        drafts.put(DRAFT, draft(DRAFT));
    }

    private static Map<String, Object> mailbox(String id, String kind, String address, String name, boolean own) {
        var mailbox = Answers.mailbox("mailboxes", "/items/0");
        mailbox.putAll(Map.of("mailboxId", id, "kind", kind, "address", address, "name", name, "own", own));
        return mailbox;
    }

    /** Somebody of whom no more is known. */
    static Map<String, Object> someone(String name, String address) {
        var someone = Answers.mailbox("opened", "/message/cc/1");
        someone.putAll(Map.of("name", name, "address", address));
        return someone;
    }

    /** An attachment. */
    static Map<String, Object> part(int number, String name, int size) {
        var part = Answers.mailbox("opened", "/message/parts/0");
        part.putAll(Map.of("part", number, "name", name, "size", size));
        return part;
    }

    /** What became of a message at a recipient who has not opened it. */
    static Map<String, Object> delivered(Map<String, Object> correspondent) {
        return Answers.filled(Answers.mailbox("opened-sent", "/message/recipients/1"), correspondent);
    }

    static Map<String, Object> received(String id, String subject, Instant at, boolean seen) {
        var message = Answers.mailbox("opened", "/message");
        message.put("entryId", id);
        message.put("envelopeId", UUID.nameUUIDFromBytes(FakeServices.bytes(id)).toString());
        message.put("subject", subject);
        message.put("seen", seen);
        message.put("receivedAt", at.toString());
        message.put("parts", List.of(part(3, "compte-rendu.pdf", 8_198_323)));
        return message;
    }

    static Map<String, Object> received(String id, String subject, String from, Instant at, boolean seen) {
        var message = received(id, subject, at, seen);
        message.put("from", someone(from, "paul.martin@medecin.oc.mssante.example"));
        return message;
    }

    static Map<String, Object> sent(String id, Instant at) {
        var message = Answers.mailbox("opened-sent", "/message");
        message.put("entryId", id);
        message.put("receivedAt", at.toString());
        message.put("parts", List.of(part(3, "compte-rendu.pdf", 8_198_323)));
        return message;
    }

    /** A message that was accepted and has reached nobody yet. */
    static Map<String, Object> sending(String id, Instant at) {
        var message = Answers.mailbox("opened-sending", "/message");
        message.put("entryId", id);
        message.put("receivedAt", at.toString());
        message.put("envelopeId", id.substring(id.indexOf(':') + 1));
        return message;
    }

    private static Map<String, Object> draft(String id) {
        var draft = Answers.mailbox("draft", "");
        draft.put("draftId", id);
        draft.put("version", 1);
        draft.put("uploads", new ArrayList<>());
        return draft;
    }

    Map<String, Object> settings() {
        var settings = Answers.mailbox("settings", "");
        settings.putAll(Map.of("maxMessageBytes", 25_000_000, "maxRecipients", 200));
        return settings;
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> recipients(Map<String, Object> message) {
        return (List<Map<String, Object>>) message.get("recipients");
    }

    void put(Map<String, Object> entry) {
        entries.put((String) entry.get("entryId"), entry);
    }

    /** A mailbox with its numbers, or null. */
    Map<String, Object> mailbox(String id) {
        return mailboxes.stream()
                .filter(mailbox -> mailbox.get("mailboxId").equals(id))
                .findFirst()
                .map(mailbox -> {
                    var counted = Answers.filled(Answers.mailbox("mailbox", ""), mailbox);
                    counted.put("unread", (int) Math.min(1000, unread()));
                    counted.put("drafts", Math.min(1000, drafts.size()));
                    return counted;
                })
                .orElse(null);
    }

    private long unread() {
        return entries.values().stream()
                .filter(entry ->
                        entry.get("folder").equals("inbox") && entry.get("seen").equals(false))
                .count();
    }

    /** All that a page of a mailbox shows. */
    Object view(String mailbox, String folder, String cursor, Map<String, Object> message) {
        if (mailbox(mailbox) == null) {
            return null;
        }
        var view =
                Answers.mailbox(message == null ? "view" : message.get("seen").equals(true) ? "opened" : "preview", "");
        view.put("mailbox", mailbox(mailbox));
        view.put("mailboxes", mailboxes);
        view.put("entries", page(folder, cursor));
        if (message != null) {
            view.put("message", message);
        }
        return view;
    }

    /** Opens a message, or only looks at it. */
    Object open(String mailbox, String entry, boolean seen) {
        var message = entries.get(entry);
        if (message == null) {
            return null;
        }
        message.put("seen", seen || message.get("seen").equals(true));
        return view(mailbox, (String) message.get("folder"), null, message);
    }

    Map<String, Object> page(String folder, String cursor) {
        var inside = entries.values().stream()
                .filter(entry -> entry.get("folder").equals(folder))
                .sorted(Comparator.comparing(entry -> (String) entry.get("receivedAt"), Comparator.reverseOrder()))
                .map(StoredMail::line)
                .toList();
        return stretch("view", "/entries", inside, cursor);
    }

    /** A message as a list shows it, with all its recipients in one row. */
    private static Map<String, Object> line(Map<String, Object> message) {
        var line = Answers.filled(Answers.mailbox(answerOf(message), "/entries/items/0"), message);
        var to = new ArrayList<Object>((List<?>) message.get("to"));
        to.addAll((List<?>) message.get("cc"));
        line.put("to", to);
        if (message.get("sent").equals(true)) {
            var states = recipients(message).stream()
                    .map(recipient -> recipient.get("state"))
                    .toList();
            var opened = Collections.frequency(states, "OPENED");
            var receipts = Answers.mailbox("view-sent", "/entries/items/0/receipts");
            receipts.put("recipients", states.size());
            receipts.put("delivered", opened + Collections.frequency(states, "DELIVERED"));
            receipts.put("opened", opened);
            line.put("receipts", receipts);
        }
        return line;
    }

    private static String answerOf(Map<String, Object> message) {
        return message.get("sent").equals(false) ? "view" : message.containsKey("uid") ? "view-sent" : "opened-sending";
    }

    /** A page of a list, as it stands at a path of a golden answer. */
    static Map<String, Object> stretch(String answer, String path, Collection<Map<String, Object>> all, String cursor) {
        var start = cursor == null ? 0 : Integer.parseInt(cursor);
        var end = Math.min(all.size(), start + PAGE);
        var page = Answers.mailbox(answer, path);
        page.put("items", List.copyOf(all).subList(start, end));
        page.put("next", end < all.size() ? String.valueOf(end) : null);
        return page;
    }

    Object change(String entry, Map<String, Object> change) {
        if (!entries.containsKey(entry)) {
            return null;
        }
        entries.get(entry).putAll(change);
        return "";
    }

    Map<String, Object> newDraft(Map<String, Object> wanted) {
        var reply = wanted.get("inReplyTo") != null;
        var draft = Answers.mailbox(reply ? "draft-reply" : "draft-new", "");
        draft.put("draftId", UUID.randomUUID().toString());
        if (reply) {
            draft.putAll(wanted);
        }
        drafts.put((String) draft.get("draftId"), draft);
        return draft;
    }

    Object save(String id, Map<String, Object> text) {
        var draft = drafts.get(id);
        if (draft == null) {
            return null;
        }
        if (((Number) text.get("version")).longValue() != ((Number) draft.get("version")).longValue()) {
            var problem = Answers.refusal("draft-changed");
            problem.body().put("current", draft);
            return problem;
        }
        draft.putAll(text);
        draft.put("version", ((Number) text.get("version")).longValue() + 1);
        draft.put("savedAt", Instant.now().toString());
        return draft;
    }

    Object delete(String entry) {
        return entries.remove(entry) == null ? null : "";
    }

    Object deleteDraft(String id) {
        return drafts.remove(id) == null ? null : "";
    }

    Object upload(String id, String upload, String name, String type, int size) {
        var file = Answers.mailbox("upload", "");
        file.putAll(Map.of("uploadId", upload, "name", name, "type", type, "size", size));
        uploads(id).add(file);
        return file;
    }

    Object removeUpload(String id, String upload) {
        uploads(id).removeIf(file -> file.get("uploadId").equals(upload));
        return "";
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> uploads(String draft) {
        return (List<Map<String, Object>>) drafts.get(draft).get("uploads");
    }

    /** From the answer on the message stands among the sent ones, on its way. */
    Object send(Map<String, Object> envelope) {
        var id = (String) envelope.get("draftId");
        drafts.remove(id);
        put(sending("sent:" + id, Instant.now()));
        var recipients = ((List<?>) envelope.get("to")).size() + ((List<?>) envelope.get("cc")).size();
        var sent = Answers.mailbox("sent", "");
        sent.putAll(Map.of("envelopeId", id, "entryId", "sent:" + id, "recipients", recipients));
        return sent;
    }
}
