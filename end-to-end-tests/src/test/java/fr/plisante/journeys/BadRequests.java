package fr.plisante.journeys;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests that a program sends by mistake or on purpose, each with the refusal that is due. */
final class BadRequests {

    /**
     * One of them.
     *
     * @param field the field that the refusal names, if it names one
     */
    record Bad(
            String what,
            String method,
            String path,
            @Nullable String type,
            byte[] body,
            int status,
            String code,
            @Nullable String field) {

        @Override
        public String toString() {
            return what + ": " + method + " " + path + " → " + status + " " + code;
        }
    }

    private static final String JSON = "application/json";
    private static final String DRAFT = "{mailbox}/drafts/{draft}";
    private static final String SENDING = "{mailbox}/envelopes";
    private static final String UPLOAD = DRAFT + "/uploads/0198a000-0000-7000-8000-000000000001?name=";
    private static final String ACCOUNTS = "/api/registration/accounts";
    private static final Map<String, String> PERSON = fields(
            "familyName", "\"ESSAI\"",
            "givenName", "\"Nadia\"",
            "kind", "\"MED\"",
            "email", "\"nadia.essai@courriel.example\"",
            "regionId", "\"oc\"",
            "language", "\"fr\"");
    private static final Map<String, String> WORDS = fields(
            "version", "2", "to", "[]", "cc", "[]", "subject", "\"Autre objet\"", "html", "\"<p>Autre texte</p>\"");
    private static final Map<String, String> LETTER = fields(
            "draftId", "\"{draftId}\"",
            "to", "[\"{address}\"]",
            "cc", "[]",
            "subject", "\"Autre objet\"",
            "html", "\"<p>Autre texte</p>\"",
            "uploads", "[]");

    private final List<Bad> all = new ArrayList<>();

    static List<Bad> all() {
        var requests = new BadRequests();
        requests.bodies();
        requests.types();
        requests.words();
        requests.sizes();
        requests.parameters();
        requests.uploads();
        requests.otherServices();
        return requests.all;
    }

    private void bodies() {
        put("broken JSON", "{\"version\":", 400, "unreadable-body", null);
        put("nothing", "", 400, "unreadable-body", null);
        put("null", "null", 400, "unreadable-body", null);
        put("a list", "[]", 400, "unreadable-body", null);
        put("a text", "\"version\"", 400, "unreadable-body", null);
        put("two documents", with(WORDS, "version", "2") + "{}", 400, "unreadable-body", null);
        put(
                "a field twice",
                "{\"version\":1," + with(WORDS, "version", "2").substring(1),
                400,
                "unreadable-body",
                null);
        put("nothing in it", "{}", 400, "invalid-fields", "version");
        put("an unknown field", with(WORDS, "bcc", "[]"), 400, "unreadable-body", "bcc");
        put("deep nesting", with(WORDS, "bcc", "[".repeat(100_000)), 400, "unreadable-body", null);
        put("deep nesting of a field", with(WORDS, "to", "[".repeat(100_000)), 400, "unreadable-body", null);
        put("a long number", with(WORDS, "version", "1".repeat(5_000)), 400, "unreadable-body", null);
        add("bytes that are no UTF-8", "PUT", DRAFT, JSON, latin("{\"version\":1,\"subject\":\"\u00c3(\"}"), 400);
        add("half a letter", "PUT", DRAFT, JSON, utf8(with(WORDS, "subject", "\"a\\ud800b\"")), 400, "subject-invalid");
        add("text", "PUT", DRAFT, "text/plain", utf8(with(WORDS, "version", "2")), 415, "unsupported-media-type");
        add(
                "a form",
                "PUT",
                DRAFT,
                "application/x-www-form-urlencoded",
                utf8("version=1"),
                415,
                "unsupported-media-type");
        add("a method that is not there", "PATCH", DRAFT, JSON, utf8("{}"), 405, "method-not-allowed");
        add("a page that is not there", "PUT", "{mailbox}/nowhere", JSON, utf8("{}"), 404, "not-found");
    }

    private void types() {
        put("a text for a number", with(WORDS, "version", "\"1\""), 400, "unreadable-body", "version");
        put("a fraction for a number", with(WORDS, "version", "1.5"), 400, "unreadable-body", "version");
        put("a number for a text", with(WORDS, "subject", "5"), 400, "unreadable-body", "subject");
        put("a truth for a text", with(WORDS, "subject", "true"), 400, "unreadable-body", "subject");
        put("a list for a text", with(WORDS, "subject", "[\"a\"]"), 400, "unreadable-body", "subject");
        put("a text for a list", with(WORDS, "to", "\"a@b.example\""), 400, "unreadable-body", "to");
        put("an object in a list", with(WORDS, "to", "[{}]"), 400, "unreadable-body", "to[0]");
        put("nothing in a list", with(WORDS, "to", "[null]"), 400, "invalid-fields", "to[0]");
        put("no text", with(WORDS, "html", "null"), 400, "invalid-fields", "html");
        post("an id that is none", SENDING, with(LETTER, "draftId", "\"x\""), 400, "unreadable-body", "draftId");
        post(
                "uploads that are none",
                SENDING,
                with(LETTER, "uploads", "[\"x\"]"),
                400,
                "unreadable-body",
                "uploads[0]");
        post("a way to answer", "{mailbox}/drafts", "{\"action\":\"shout\"}", 400, "unreadable-body", "action");
        post("a number of a way", "{mailbox}/drafts", "{\"action\":1}", 400, "unreadable-body", "action");
        add(
                "a word for a truth",
                "PUT",
                "{mailbox}/entries/{entry}/seen",
                JSON,
                utf8("{\"seen\":\"false\"}"),
                400,
                "unreadable-body");
        add(
                "a number for a truth",
                "PUT",
                "{mailbox}/entries/{entry}/seen",
                JSON,
                utf8("{\"seen\":0}"),
                400,
                "unreadable-body");
        add(
                "an unknown folder",
                "PUT",
                "{mailbox}/entries/{entry}/folder",
                JSON,
                utf8("{\"folder\":\"../bin\"}"),
                400,
                "folder-unknown");
    }

    private void words() {
        for (var line : List.of("a\\r\\nBcc: x@y.example", "a\\nb", "a\\rb", "a\\u0000b", "a\\u0085b")) {
            put("lines in the subject", with(WORDS, "subject", "\"" + line + "\""), 400, "subject-invalid", "subject");
            post(
                    "lines in the subject",
                    SENDING,
                    with(LETTER, "subject", "\"" + line + "\""),
                    400,
                    "subject-invalid",
                    "subject");
        }
        var lines = "[\"{address}\\r\\nBcc: x@y.example\"]";
        put("lines in an address", with(WORDS, "to", lines), 400, "recipient-invalid", "to[0]");
        put("lines in a copy", with(WORDS, "cc", lines), 400, "recipient-invalid", "cc[0]");
        post("lines in an address", SENDING, with(LETTER, "to", lines), 400, "recipient-unknown", "to[0]");
        post("no address", SENDING, with(LETTER, "to", "[\"Zoé\"]"), 400, "recipient-unknown", "to[0]");
        post("a name with it", SENDING, with(LETTER, "to", "[\"Zoé <{address}>\"]"), 400, "recipient-unknown", "to[0]");
        post("nobody", SENDING, with(LETTER, "to", "[]"), 400, "no-recipient", "to");
        var many = Collections.nCopies(201, "\"{address}\"").toString();
        put("201 people", with(WORDS, "to", many), 400, "too-many-recipients", "to");
        put("201 people in copy", with(WORDS, "cc", many), 400, "too-many-recipients", "cc");
        post("201 people", SENDING, with(LETTER, "to", many), 400, "too-many-recipients", "to");
        put(
                "a subject without end",
                with(WORDS, "subject", "\"" + "é".repeat(501) + "\""),
                400,
                "subject-invalid",
                "subject");
        post(
                "uploads that never came",
                SENDING,
                with(LETTER, "uploads", "[\"0198a000-0000-7000-8000-00000000dead\"]"),
                409,
                "upload-incomplete",
                null);
    }

    private void sizes() {
        put("a long letter", with(WORDS, "html", "\"" + "a".repeat(1_000_001) + "\""), 413, "text-too-long", "html");
        put(
                "a body without end",
                with(WORDS, "html", "\"" + "a".repeat(6_000_000) + "\""),
                413,
                "content-too-large",
                null);
        put("blanks without end", " ".repeat(6_000_000), 413, "content-too-large", null);
        post(
                "a body without end",
                SENDING,
                with(LETTER, "html", "\"" + "a".repeat(6_000_000) + "\""),
                413,
                "content-too-large",
                null);
        post(
                "a body without end",
                "{mailbox}/drafts",
                "{\"inReplyTo\":\"" + "a".repeat(6_000_000) + "\"}",
                413,
                "content-too-large",
                null);
    }

    private void parameters() {
        get("no number", "{mailbox}/entries?folder=inbox&limit=abc", 400, "limit-invalid");
        get("nothing at all", "{mailbox}/entries?folder=inbox&limit=0", 400, "limit-invalid");
        get("less than nothing", "{mailbox}/entries?folder=inbox&limit=-1", 400, "limit-invalid");
        get("more than a page", "{mailbox}/entries?folder=inbox&limit=201", 400, "limit-invalid");
        get("more than a number", "{mailbox}/entries?folder=inbox&limit=99999999999999999999", 400, "limit-invalid");
        get("no place", "{mailbox}/entries?folder=inbox&cursor=abc", 400, "cursor-invalid");
        get("a place before all", "{mailbox}/entries?folder=inbox&cursor=-1", 400, "cursor-invalid");
        get("no folder", "{mailbox}/entries", 400, "invalid-request");
        get("an unknown folder", "{mailbox}/entries?folder=%27%20or%201=1", 400, "folder-unknown");
        get("too many changes", "{mailbox}/changes?cursor=0&limit=100000", 400, "limit-invalid");
        get("changes after nothing", "{mailbox}/changes?cursor=-1", 400, "cursor-invalid");
        get("too many drafts", "{mailbox}/drafts?limit=1000", 400, "limit-invalid");
        get("no cursor", "{mailbox}/drafts?cursor=zzz", 400, "cursor-invalid");
        get("a cursor without an id", "{mailbox}/drafts?cursor=1.x", 400, "cursor-invalid");
        get("a mailbox that is none", "/api/mailbox/mailboxes/1", 400, "invalid-request");
        get("a draft that is none", "{mailbox}/drafts/1", 400, "invalid-request");
        get("an entry that is none", "{mailbox}/entries/%00", 400, "bad-request");
        get("another way up", "{mailbox}/entries/..%2f..%2f..", 400, "bad-request");
        get("a semicolon", "{mailbox}/entries/a;b=c", 400, "bad-request");
        get("another entry", "{mailbox}/entries/received:%7B$ne:1%7D", 404, "entry-not-found");
        get("a part that is none", "{mailbox}/entries/{entry}/parts/a", 400, "invalid-request");
        get("a part less than none", "{mailbox}/entries/{entry}/parts/-1", 404, "part-not-found");
        get("no address", "/api/mailbox/recipients", 400, "invalid-request");
    }

    private void uploads() {
        upload("no name", "", 400, "file-name-invalid");
        upload("a blank name", "%20", 400, "file-name-invalid");
        upload("lines in a name", "a%0d%0aContent-Type:text/html", 400, "file-name-invalid");
        upload("a zero in a name", "a%00.pdf", 400, "file-name-invalid");
        upload("a name without end", "a".repeat(252) + ".pdf", 400, "file-name-invalid");
        add("no name at all", "PUT", UPLOAD.replace("?name=", ""), "text/plain", utf8("a"), 400, "invalid-request");
        add("no upload", "PUT", DRAFT + "/uploads/1?name=a", "text/plain", utf8("a"), 400, "invalid-request");
        add(
                "a file for no draft",
                "PUT",
                UPLOAD.replace("{draft}", "0198a000-0000-7000-8000-00000000dead") + "a",
                "text/plain",
                utf8("a"),
                404,
                "draft-not-found");
        add(
                "a file too large",
                "PUT",
                UPLOAD + "a.bin",
                "application/octet-stream",
                new byte[26_000_000],
                413,
                "upload-too-large");
    }

    private void otherServices() {
        get("two letters", "/api/directory/entries?q=ab", 400, "query-too-short");
        get("no letters", "/api/directory/entries", 400, "query-too-short");
        get("a contact that is none", "/api/directory/entries/1", 400, "invalid-request");
        person("nobody", "{}", "familyName");
        person("lines in a name", with(PERSON, "familyName", "\"A\\r\\nBcc: x@y.example\""), "familyName");
        person("half a letter in a name", with(PERSON, "givenName", "\"a\\ud800\""), "givenName");
        person("a name without end", with(PERSON, "givenName", "\"" + "a".repeat(81) + "\""), "givenName");
        person("lines in an e-mail address", with(PERSON, "email", "\"a@b.example\\nBcc: x@y.example\""), "email");
        person("no language", with(PERSON, "language", "\"de\""), "language");
        post("no kind", ACCOUNTS, with(PERSON, "kind", "\"XXX\""), 400, "unreadable-body", "kind");
        post("a number of a kind", ACCOUNTS, with(PERSON, "kind", "0"), 400, "unreadable-body", "kind");
        post("one role", ACCOUNTS, with(PERSON, "roles", "\"region-administrator\""), 400, "unreadable-body", "roles");
        post(
                "a body without end",
                ACCOUNTS,
                with(PERSON, "city", "\"" + "a".repeat(6_000_000) + "\""),
                413,
                "content-too-large",
                null);
        get("notices of no kind", "/api/notification/notices?state=SHOUTED", 400, "invalid-request");
    }

    private void put(String what, String body, int status, String code, @Nullable String field) {
        all.add(new Bad(what, "PUT", DRAFT, JSON, utf8(body), status, code, field));
    }

    private void post(String what, String path, String body, int status, String code, @Nullable String field) {
        all.add(new Bad(what, "POST", path, JSON, utf8(body), status, code, field));
    }

    private void person(String what, String body, String field) {
        post(what, ACCOUNTS, body, 400, "invalid-fields", field);
    }

    private void get(String what, String path, int status, String code) {
        all.add(new Bad(what, "GET", path, null, new byte[0], status, code, null));
    }

    private void upload(String what, String name, int status, String code) {
        add(what, "PUT", UPLOAD + name, "text/plain", utf8("a"), status, code);
    }

    private void add(String what, String method, String path, String type, byte[] body, int status) {
        add(what, method, path, type, body, status, "unreadable-body");
    }

    private void add(String what, String method, String path, String type, byte[] body, int status, String code) {
        all.add(new Bad(what, method, path, type, body, status, code, null));
    }

    /** A JSON object of raw values, one of them another or one more. */
    private static String with(Map<String, String> fields, String name, String raw) {
        var changed = new LinkedHashMap<>(fields);
        changed.put(name, raw);
        var json = new ArrayList<String>();
        changed.forEach((key, value) -> json.add("\"" + key + "\":" + value));
        return "{" + String.join(",", json) + "}";
    }

    private static Map<String, String> fields(String... pairs) {
        var fields = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
