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

    final List<Map<String, Object>> mailboxes = Answers.several("mailboxes");
    final Map<String, Map<String, Object>> entries = Collections.synchronizedMap(new LinkedHashMap<>());
    final Map<String, Map<String, Object>> drafts = Collections.synchronizedMap(new LinkedHashMap<>());
    final StoredContacts contacts = new StoredContacts();

    StoredMail() {
        var now = Instant.now();
        put(received(RECEIVED, "Compte rendu de consultation", now.minus(20, ChronoUnit.MINUTES), false));
        put(sent(SENT, now.minus(26, ChronoUnit.HOURS)));
        drafts.put(DRAFT, Answers.one("draft"));
    }

    static Map<String, Object> someone(String name, String address) {
        return new LinkedHashMap<>(Map.of("name", name, "address", address));
    }

    static Map<String, Object> received(String id, String subject, Instant at, boolean seen) {
        var message = Answers.one("received");
        message.put("entryId", id);
        message.put("envelopeId", UUID.nameUUIDFromBytes(FakeServices.bytes(id)).toString());
        message.put("subject", subject);
        message.put("seen", seen);
        message.put("receivedAt", at.toString());
        return message;
    }

    static Map<String, Object> received(String id, String subject, String from, Instant at, boolean seen) {
        var message = received(id, subject, at, seen);
        message.put("from", someone(from, "paul.martin@medecin.oc.mssante.example"));
        return message;
    }

    static Map<String, Object> sent(String id, Instant at) {
        var message = Answers.one("sent");
        message.put("entryId", id);
        message.put("receivedAt", at.toString());
        return message;
    }

    /** A message that was accepted and has reached nobody yet. */
    static Map<String, Object> sending(String id, Instant at) {
        var message = sent(id, at);
        message.keySet().removeAll(List.of("uid", "modSeq"));
        message.put("envelopeId", id.substring(id.indexOf(':') + 1));
        message.put("state", "sending");
        message.put("receipts", Map.of("recipients", 2, "delivered", 0, "opened", 0));
        recipients(message).forEach(recipient -> {
            recipient.put("state", "SENT");
            recipient.keySet().removeAll(List.of("deliveredAt", "openedAt", "openedBy"));
            recipient.put("downloads", List.of());
        });
        return message;
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
                    var counted = new LinkedHashMap<>(mailbox);
                    counted.put("unread", Math.min(1000, unread()));
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
        var view = new LinkedHashMap<String, Object>();
        view.put("mailbox", mailbox(mailbox));
        view.put("mailboxes", mailboxes);
        view.put("entries", page(folder, cursor));
        view.put("message", message);
        return view.get("mailbox") == null ? null : view;
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
                .toList();
        return stretch(inside, cursor);
    }

    static Map<String, Object> stretch(Collection<Map<String, Object>> all, String cursor) {
        var start = cursor == null ? 0 : Integer.parseInt(cursor);
        var end = Math.min(all.size(), start + PAGE);
        var page = new LinkedHashMap<String, Object>();
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
        var draft = Answers.one("draft");
        draft.put("draftId", UUID.randomUUID().toString());
        draft.put("html", "");
        draft.put("subject", "");
        draft.put("to", new ArrayList<>());
        if (wanted.get("inReplyTo") != null) {
            draft.put("to", List.of("paul.martin@medecin.oc.mssante.example"));
            draft.put("subject", "Re: Compte rendu de consultation");
            draft.put("html", "<p></p><blockquote><p>Cher confrère,</p></blockquote>");
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
            var problem = FakeServices.problem(409, "draft-changed", "Ce brouillon a été modifié ailleurs.");
            problem.body().put("current", draft);
            return problem;
        }
        draft.putAll(text);
        draft.put("version", ((Number) text.get("version")).longValue() + 1);
        draft.put("savedAt", Instant.now().toString());
        return draft;
    }

    Object upload(String id, String upload, String name, String type, int size) {
        var file = Map.of("uploadId", upload, "name", name, "type", type, "size", size);
        uploads(id).add(new LinkedHashMap<>(file));
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
        return Map.of("envelopeId", id, "entryId", "sent:" + id, "recipients", recipients);
    }
}
