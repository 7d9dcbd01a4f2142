package fr.plisante.local.sample;

import static fr.plisante.local.sample.SamplePeople.ANAIS;
import static fr.plisante.local.sample.SamplePeople.CAMILLE;
import static fr.plisante.local.sample.SamplePeople.CAMILLE_TOO;
import static fr.plisante.local.sample.SamplePeople.FRANCOIS;
import static fr.plisante.local.sample.SamplePeople.JEROME;
import static fr.plisante.local.sample.SamplePeople.LAETITIA;
import static fr.plisante.local.sample.SamplePeople.MAELYS;
import static fr.plisante.local.sample.SamplePeople.NOEMIE;
import static fr.plisante.local.sample.SamplePeople.SECRETARIAT;
import static fr.plisante.local.sample.SamplePeople.ZOE;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A working day of letters, about patients who do not exist. */
final class SampleLetters {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final SignIn signIn;
    private final Map<String, SignedIn> sessions = new HashMap<>();

    SampleLetters(SignIn signIn) {
        this.signIn = signIn;
    }

    private record Letter(
            SamplePerson from,
            List<String> to,
            List<String> cc,
            String object,
            String html,
            @Nullable String file) {}

    private static final List<Letter> DAY = List.of(
            letter(CAMILLE, ZOE, "Avis cardiologique pour M. Fictif", """
                    <p>Chère consœur,</p><p>Pourriez-vous recevoir <b>M. Fictif</b>, 72 ans, pour un avis ? L’effort \
                    l’essouffle depuis quinze jours.</p><p>Bien confraternellement</p>""", "electrocardiogramme.txt"),
            letter(ZOE, CAMILLE, "RE: Avis cardiologique pour M. Fictif", """
                    <p>Cher confrère,</p><p>Je le verrai <u>jeudi à 10 h</u>. Merci de poursuivre le traitement.</p>""", null),
            letter(
                    JEROME,
                    ZOE,
                    "Planning des consultations",
                    "<p>Le planning de la semaine est à jour.</p>",
                    "planning.txt"),
            letter(NOEMIE, CAMILLE, "Pansement de Mme Exemple", """
                    <p>Bonjour Docteur,</p><p>La plaie évolue bien ; prochain soin <i>demain matin</i>.</p>""", null),
            letter(
                    CAMILLE,
                    FRANCOIS,
                    "Renouvellement d’ordonnance",
                    "<p>L’ordonnance renouvelée est jointe.</p>",
                    "ordonnance.txt"),
            letter(FRANCOIS, CAMILLE, "Interaction signalée", """
                    <p>Une interaction est possible avec le nouveau traitement : pouvez-vous confirmer \
                    la posologie ?</p>""", null),
            letter(
                    LAETITIA,
                    CAMILLE_TOO,
                    "Suivi de Mme Spécimen",
                    "<p>Une lésion cutanée m’inquiète : quel délai pour vous voir ?</p>",
                    null),
            letter(
                    CAMILLE_TOO,
                    LAETITIA,
                    "RE: Suivi de Mme Spécimen",
                    "<p>Vendredi à 9 h, <s>jeudi</s> si une place se libère.</p>",
                    null),
            letter(
                    MAELYS,
                    ZOE,
                    "Transfert depuis Cayenne",
                    "<p>Le patient arrive mardi ; son dossier suit.</p>",
                    "resume.txt"),
            letter(ANAIS, MAELYS, "Protocole de soins", "<p>Avez-vous la dernière version du protocole ?</p>", null),
            new Letter(
                    CAMILLE,
                    List.of(SECRETARIAT),
                    List.of(ZOE.address()),
                    "Rendez-vous pour M. Fictif",
                    "<p>Merci de confirmer le rendez-vous de jeudi.</p>",
                    null),
            new Letter(
                    ZOE,
                    List.of(CAMILLE.address(), CAMILLE_TOO.address(), NOEMIE.address()),
                    List.of(SECRETARIAT, LAETITIA.address()),
                    "Réunion de concertation du mois",
                    "<p>La réunion aura lieu <span style=\"color:#b00020\">lundi à 13 h</span>, salle Exemple.</p>",
                    "ordre-du-jour.txt"));

    private static Letter letter(
            SamplePerson from, SamplePerson to, String object, String html, @Nullable String file) {
        return new Letter(from, List.of(to.address()), List.of(), object, html, file);
    }

    int send() {
        DAY.forEach(this::send);
        openNewest(ZOE);
        return DAY.size();
    }

    private SignedIn session(SamplePerson person) {
        return sessions.computeIfAbsent(person.email(), email -> signIn.as(email, person.password()));
    }

    private void send(Letter letter) {
        var session = session(letter.from());
        var mailbox = "/api/mailbox/mailboxes/" + ownMailbox(session);
        var draft = UUID.randomUUID();
        session.send("POST", mailbox + "/drafts", Map.of("draftId", draft));
        var uploads = letter.file() == null ? List.<UUID>of() : List.of(attach(session, mailbox, draft, letter.file()));
        Map<String, Object> sending = Map.of(
                "draftId", draft,
                "to", letter.to(),
                "cc", letter.cc(),
                "subject", letter.object(),
                "html", letter.html(),
                "uploads", uploads);
        // The addressees' mailboxes come by events and may be a moment late on a fresh platform.
        Http.await("the sending of “" + letter.object() + "”", PATIENCE, () -> {
            var answer = session.answer("POST", mailbox + "/envelopes", sending);
            return answer.statusCode() == 400 && answer.body().contains("recipient-unknown") ? null : Http.json(answer);
        });
    }

    private static UUID attach(SignedIn session, String mailbox, UUID draft, String file) {
        var upload = UUID.randomUUID();
        var content = ("Pièce jointe d’exemple : " + file + "\n").repeat(200);
        Http.json(session.send(
                session.request(mailbox + "/drafts/" + draft + "/uploads/" + upload + "?name=" + Http.encoded(file))
                        .header("Content-Type", "text/plain")
                        .PUT(BodyPublishers.ofByteArray(content.getBytes(StandardCharsets.UTF_8)))
                        .build()));
        return upload;
    }

    private static String ownMailbox(SignedIn session) {
        return Http.await("the mailbox of a sample person", PATIENCE, () -> {
            for (JsonNode mailbox : session.get("/api/mailbox/mailboxes").get("items")) {
                if (mailbox.get("own").asBoolean()) {
                    return mailbox.get("mailboxId").asString();
                }
            }
            return null;
        });
    }

    /** Opens one letter, so that a receipt can be seen. */
    private void openNewest(SamplePerson person) {
        var session = session(person);
        var entries = "/api/mailbox/mailboxes/" + ownMailbox(session) + "/entries";
        var newest = Http.await("a letter for " + person.name(), PATIENCE, () -> {
            var list = session.get(entries + "?folder=inbox&limit=1").get("items");
            return list.isEmpty() ? null : list.get(0);
        });
        session.send("PUT", entries + "/" + newest.get("entryId").asString() + "/seen", Map.of("seen", true));
    }
}
