package fr.plisante.webmail;

import java.time.Instant;
import java.util.List;

/** What people, programs and attackers put into names, subjects and files. */
final class Hostile {

    static final String LONG_NAME = "Marie-Antoinette-Clémentine de La Rochefoucauld-Montbéliard-Saint-Exupéry "
            .repeat(3)
            .strip();
    static final String RIGHT_TO_LEFT = "د. ليلى الحسيني \u202Eevil";
    static final List<String> SCRIPTS = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "javascript:alert(1)",
            "'-alert(1)-'",
            "${1337*7331} [[${1337*7331}]] #{1337*7331} __${1337*7331}__",
            "{{constructor.constructor('alert(1)')()}}",
            "<svg/onload=alert(1)>",
            "</title><script>alert(1)</script>");

    private Hostile() {}

    static void fill(StoredMail mail) {
        mail.entries.clear();
        var n = 0;
        for (var text : SCRIPTS) {
            var entry = StoredMail.received(
                    "received:h" + n++, text, text, Instant.now().minusSeconds(60L * n), false);
            entry.put("preview", text);
            entry.put("text", text);
            entry.put("hasHtml", false);
            mail.put(entry);
        }
        var crowd = StoredMail.received(
                "received:crowd",
                LONG_NAME + " " + "Objetsansaucunespacequidébordepartout".repeat(6),
                LONG_NAME,
                Instant.now(),
                false);
        crowd.put(
                "to",
                java.util.stream.IntStream.range(0, 500)
                        .mapToObj(i -> StoredMail.someone(
                                i % 2 == 0 ? LONG_NAME : RIGHT_TO_LEFT, "personne" + i + "@medecin.oc.mssante.example"))
                        .toList());
        crowd.put(
                "parts",
                java.util.stream.IntStream.range(0, 30)
                        .mapToObj(i -> StoredMail.part(i, "fichier-au-nom-tres-long-".repeat(9) + i + ".pdf", 1000 * i))
                        .toList());
        mail.put(crowd);
        mail.mailboxes.getFirst().put("name", LONG_NAME);
        mail.contacts.person("h1", "Exemple\"><b>", RIGHT_TO_LEFT, "Médecin <i>", LONG_NAME, "A".repeat(200), "Ville");
    }
}
