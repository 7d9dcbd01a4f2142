package fr.plisante.webmail;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The letters and people of {@link FakeServices}: plain maps, as JSON has them. */
final class Letters {

    static final String OWN = "01900000-0000-7000-8000-000000000001";
    static final String TEAM = "01900000-0000-7000-8000-000000000002";
    static final String RECEIVED = "received:01900000-0000-7000-8000-00000000000a";
    static final String SENT = "sent:01900000-0000-7000-8000-00000000000b";
    static final String DRAFT = "01900000-0000-7000-8000-00000000000d";
    static final String BODY = """
            <!doctype html><html lang="fr"><body style="font: 16px/1.5 system-ui, sans-serif">
            <p>Cher confrère,</p><p>Je vous adresse <b>M. Exemple</b>, 62 ans, pour <span style="background-color:#fff3b0">avis</span>.</p>
            <p>Bien confraternellement,<br>Dr Lagarde</p><blockquote><p>Merci de votre confiance.</p></blockquote></body></html>""";

    final List<Map<String, Object>> mailboxes = new ArrayList<>();
    final Map<String, Map<String, Object>> entries = Collections.synchronizedMap(new LinkedHashMap<>());
    final Map<String, Map<String, Object>> drafts = Collections.synchronizedMap(new LinkedHashMap<>());
    final Colleagues colleagues = new Colleagues();

    Letters() {
        mailboxes.add(mailbox(OWN, "PER", "celia.lagarde@medecin.oc.mssante.example", "Célia Lagarde", true));
        mailboxes.add(mailbox(
                TEAM,
                "ORG",
                "secretariat.cardiologie@ch-exemple.oc.mssante.example",
                "Secrétariat Cardiologie",
                false));
        var now = Instant.now();
        put(received(
                RECEIVED, "Compte rendu de consultation", "Paul Martin", now.minus(20, ChronoUnit.MINUTES), false));
        put(sent(SENT, now.minus(26, ChronoUnit.HOURS)));
        drafts.put(DRAFT, draft(DRAFT, "Avis <cardiologique>", "<p>Bonjour,</p><p>Merci.</p>"));
    }

    private static Map<String, Object> mailbox(String id, String kind, String address, String name, boolean own) {
        return map("mailboxId", id, "kind", kind, "address", address, "name", name, "own", own, "unread", 1);
    }

    static Map<String, Object> map(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    static Map<String, Object> someone(String name, String address) {
        return map("name", name, "address", address);
    }

    static Map<String, Object> received(String id, String object, String from, Instant at, boolean seen) {
        return map(
                "entryId",
                id,
                "envelopeId",
                id.substring(id.indexOf(':') + 1),
                "folder",
                "inbox",
                "uid",
                1,
                "modSeq",
                1,
                "seen",
                seen,
                "answered",
                false,
                "forwarded",
                false,
                "from",
                someone(from, "paul.martin@medecin.oc.mssante.example"),
                "to",
                List.of(someone("Célia Lagarde", "celia.lagarde@medecin.oc.mssante.example")),
                "cc",
                List.of(someone("Nadia Petit", "nadia.petit@infirmier.oc.mssante.example")),
                "object",
                object,
                "preview",
                "Cher confrère, je vous adresse M. Exemple, 62 ans",
                "attachments",
                1,
                "size",
                91234,
                "receivedAt",
                at.toString(),
                "date",
                at.toString(),
                "messageId",
                "<1@example>",
                "text",
                "Cher confrère,\nje vous adresse M. Exemple, 62 ans.",
                "hasHtml",
                true,
                "parts",
                List.of(map("part", 1, "name", "compte-rendu.pdf", "type", "application/pdf", "size", 8198323)));
    }

    static Map<String, Object> sent(String id, Instant at) {
        var sent = received(id, "Demande d’avis", "Célia Lagarde", at, true);
        sent.put("folder", "sent");
        sent.put(
                "to",
                List.of(
                        someone("Paul Martin", "paul.martin@medecin.oc.mssante.example"),
                        someone("Nadia Petit", "nadia.petit@infirmier.oc.mssante.example")));
        sent.put("receipts", map("recipients", 2, "delivered", 2, "opened", 1));
        sent.put("onBehalfOf", null);
        sent.put(
                "recipients",
                List.of(
                        map(
                                "name",
                                "Paul Martin",
                                "address",
                                "paul.martin@medecin.oc.mssante.example",
                                "role",
                                "to",
                                "state",
                                "OPENED",
                                "deliveredAt",
                                at.plusSeconds(1).toString(),
                                "openedAt",
                                at.plusSeconds(3600).toString(),
                                "downloads",
                                List.of(map(
                                        "part", 1, "at", at.plusSeconds(3700).toString()))),
                        map(
                                "name",
                                "Nadia Petit",
                                "address",
                                "nadia.petit@infirmier.oc.mssante.example",
                                "role",
                                "to",
                                "state",
                                "DELIVERED",
                                "deliveredAt",
                                at.plusSeconds(2).toString(),
                                "openedAt",
                                null,
                                "downloads",
                                List.of())));
        return sent;
    }

    static Map<String, Object> draft(String id, String object, String html) {
        return map(
                "draftId",
                id,
                "version",
                1,
                "to",
                new ArrayList<>(List.of("paul.martin@medecin.oc.mssante.example")),
                "cc",
                new ArrayList<>(),
                "object",
                object,
                "html",
                html,
                "uploads",
                new ArrayList<>(),
                "savedAt",
                Instant.now().toString(),
                "answers",
                null,
                "as",
                null);
    }

    void put(Map<String, Object> entry) {
        entries.put((String) entry.get("entryId"), entry);
    }

    Map<String, Object> mailbox(String id) {
        var folders = new ArrayList<>();
        for (var folder : List.of("inbox", "sent", "drafts", "bin")) {
            var inside = entries.values().stream()
                    .filter(e -> e.get("folder").equals(folder))
                    .toList();
            folders.add(map(
                    "folder",
                    folder,
                    "total",
                    folder.equals("drafts") ? drafts.size() : inside.size(),
                    "unread",
                    inside.stream().filter(e -> e.get("seen").equals(false)).count()));
        }
        return mailboxes.stream()
                .filter(m -> m.get("mailboxId").equals(id))
                .findFirst()
                .map(m -> {
                    var full = new LinkedHashMap<>(m);
                    full.put("folders", folders);
                    return full;
                })
                .orElse(null);
    }

    Map<String, Object> page(String folder, String before) {
        var all = entries.values().stream()
                .filter(e -> e.get("folder").equals(folder))
                .toList();
        var start = before == null ? 0 : Integer.parseInt(before);
        var end = Math.min(all.size(), start + 50);
        return map("entries", all.subList(start, end), "next", end < all.size() ? String.valueOf(end) : null);
    }

    Object change(String entry, Map<String, Object> change) {
        if (!entries.containsKey(entry)) {
            return null;
        }
        entries.get(entry).putAll(change);
        return "";
    }

    Map<String, Object> newDraft(Map<String, Object> wanted) {
        var draft = draft(UUID.randomUUID().toString(), "", "");
        draft.put("to", new ArrayList<>());
        if (wanted.get("answers") != null) {
            draft.putAll(map(
                    "to",
                    List.of("paul.martin@medecin.oc.mssante.example"),
                    "object",
                    "Re: Compte rendu de consultation",
                    "html",
                    "<p></p><blockquote><p>Cher confrère,</p></blockquote>",
                    "answers",
                    wanted.get("answers"),
                    "as",
                    wanted.get("as")));
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

    @SuppressWarnings("unchecked")
    Object upload(String id, String upload, String name, String type, int size) {
        var file = map("uploadId", upload, "name", name, "type", type, "size", size);
        ((List<Object>) drafts.get(id).get("uploads")).add(file);
        return file;
    }

    @SuppressWarnings("unchecked")
    Object removeUpload(String id, String upload) {
        ((List<Map<String, Object>>) drafts.get(id).get("uploads"))
                .removeIf(u -> u.get("uploadId").equals(upload));
        return "";
    }

    Object send(Map<String, Object> envelope) {
        drafts.remove((String) envelope.get("draftId"));
        return map(
                "envelopeId",
                envelope.get("draftId"),
                "entryId",
                "sent:" + envelope.get("draftId"),
                "recipients",
                ((List<?>) envelope.get("to")).size() + ((List<?>) envelope.get("cc")).size());
    }
}
