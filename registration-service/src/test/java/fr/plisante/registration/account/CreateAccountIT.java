package fr.plisante.registration.account;

import static fr.plisante.registration.Requests.ADMIN_OC;
import static fr.plisante.registration.Requests.BOOTSTRAP;
import static fr.plisante.registration.Requests.doctor;
import static fr.plisante.registration.Requests.with;
import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.events.registration.AccountValidated;
import fr.plisante.registration.Requests;
import fr.plisante.registration.RunningRegistration;
import fr.plisante.registration.address.ReserveAddress;
import fr.plisante.registration.idempotency.Command;
import fr.plisante.registration.reference.References;
import fr.plisante.testkit.Calls;
import fr.plisante.testkit.PublishedEvents;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@RunningRegistration
class CreateAccountIT {

    private static final String PATH = "/api/registration/accounts";

    @Autowired
    Requests requests;

    @Autowired
    Calls calls;

    @Autowired
    ReserveAddress addresses;

    @Autowired
    References references;

    @Test
    void reservesAnAddressAndTellsEveryone() {
        var body = doctor("Anaïs", "Lefèvre");

        var answer = requests.post(PATH, ADMIN_OC, UUID.randomUUID(), body);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("address")).isEqualTo("anais.lefevre@medecin.oc.mssante.example");
        var published = PublishedEvents.of(AccountValidated.TOPIC, answer.text("accountId"), 1)
                .getFirst();
        assertThat(published.sequence()).isEqualTo(1);
        assertThat(published.actor()).isEqualTo(Requests.ADMIN_ID.toString());
        assertThat(published.data().path("familyName").asString()).isEqualTo("Lefèvre");
        assertThat(published.data().path("mailboxId").asString()).isEqualTo(answer.text("mailboxId"));
        assertThat(published.data().path("nationalIdentifier").asString()).isEqualTo("810999000010");
        assertThat(published.data().path("profession").asString()).isEqualTo("Médecin");
        assertThat(published.data().path("timeZone").asString()).isEqualTo("Europe/Paris");
        assertThat(published.data().path("dematerialised").asBoolean()).isTrue();
        assertThat(published.data().path("roles").isEmpty()).isTrue();
    }

    @Test
    void answersARepeatedRequestWithTheSameAccount() {
        var body = doctor("Paul", "Repete");
        var key = UUID.randomUUID();

        var first = requests.post(PATH, ADMIN_OC, key, body);
        var second = requests.post(PATH, ADMIN_OC, key, body);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void acceptsAParallelRepeatOnce() throws Exception {
        var body = doctor("Jumeau", "Parallele");
        var key = UUID.randomUUID();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(IntStream.range(0, 8)
                    .<java.util.concurrent.Callable<Calls.Answer>>mapToObj(
                            i -> () -> requests.post(PATH, ADMIN_OC, key, body))
                    .toList());

            assertThat(answers.stream()
                            .map(java.util.concurrent.Future::resultNow)
                            .distinct())
                    .singleElement()
                    .returns(201, Calls.Answer::status);
        }
    }

    @Test
    void refusesAnotherRequestUnderTheSameKey() {
        var body = doctor("Luc", "Autre");
        var key = UUID.randomUUID();
        requests.post(PATH, ADMIN_OC, key, body);

        var answer = requests.post(PATH, ADMIN_OC, key, with(body, "city", "Nîmes"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("code")).isEqualTo("idempotency-key-reused");
    }

    @Test
    void numbersHomonyms() {
        var addresses = IntStream.range(0, 3)
                .mapToObj(i -> requests.post(PATH, ADMIN_OC, UUID.randomUUID(), doctor("Jean", "Martin")))
                .map(answer -> answer.text("address").replaceAll("@.*", ""));

        assertThat(addresses).containsExactly("jean.martin", "jean.martin2", "jean.martin3");
    }

    @Test
    void refusesAnEmailAddressThatAnotherAccountHas() {
        var first = with(doctor("Eva", "Une"), "email", "Partagee@example.test");
        requests.post(PATH, ADMIN_OC, UUID.randomUUID(), first);

        var answer = requests.post(
                PATH, ADMIN_OC, UUID.randomUUID(), with(doctor("Eva", "Deux"), "email", "partagee@EXAMPLE.test"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("errors").path(0).path("field").asString())
                .isEqualTo("email");
    }

    @Test
    void handsAnAddressThatWasReservedInVainToTheSameRequest() {
        var body = doctor("Reprise", "Apres-Panne");
        var key = UUID.randomUUID();
        var wanted = JsonMapper.shared().convertValue(body, NewAccount.class);
        var reserved = addresses.ofPerson(
                "Reprise", "Apres-Panne", "medecin", references.region("oc").orElseThrow(), Command.of(key, wanted));

        var other = requests.post(PATH, ADMIN_OC, UUID.randomUUID(), doctor("Reprise", "Apres-Panne"));
        var answer = requests.post(PATH, ADMIN_OC, key, body);

        assertThat(answer.text("address")).isEqualTo(reserved);
        assertThat(other.text("address")).startsWith("reprise.apres-panne2@");
    }

    @Test
    void letsTheBootstrapClientCreateOneAdministratorOfARegion() {
        var chief =
                with(with(doctor("Chef", "Guyane"), "regionId", "gf"), "roles", new String[] {"region-administrator"});
        var key = UUID.randomUUID();

        assertThat(requests.post(PATH, BOOTSTRAP, key, with(chief, "roles", new String[0]))
                        .text("code"))
                .isEqualTo("administrator-needed");
        assertThat(requests.post(PATH, BOOTSTRAP, key, chief).status()).isEqualTo(201);
        assertThat(requests.post(PATH, BOOTSTRAP, key, chief).status()).isEqualTo(201);
        assertThat(requests.post(PATH, BOOTSTRAP, UUID.randomUUID(), with(chief, "email", "autre@example.test"))
                        .text("code"))
                .isEqualTo("administrator-exists");
    }

    @Test
    void takesNamesOfAnyScript() {
        var answer = requests.post(PATH, ADMIN_OC, UUID.randomUUID(), doctor("🩺 Zoé", "بن علي"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("address")).startsWith("zoe@");
        var published = PublishedEvents.of(AccountValidated.TOPIC, answer.text("accountId"), 1)
                .getFirst();
        assertThat(published.data().path("familyName").asString()).isEqualTo("بن علي");
        assertThat(published.data().path("givenName").asString()).isEqualTo("🩺 Zoé");
    }

    @Test
    void namesTheFieldThatIsWrong() {
        Map<String, Object> wrong = Map.ofEntries(
                Map.entry("familyName", "Du\r\nBcc: x@example.test"),
                Map.entry("givenName", "x".repeat(81)),
                Map.entry("professionCode", "31"),
                Map.entry("specialityCode", "SCD01"),
                Map.entry("nationalIdentifier", Map.of("type", "RPPS", "value", "10999000011")),
                Map.entry("email", "nobody@medecin.oc.mssante.example"),
                Map.entry("regionId", "nowhere"),
                Map.entry("language", "de"),
                Map.entry("structure", "a\u0000b"),
                Map.entry("postalCode", "<31000>"),
                Map.entry("roles", new String[] {"root"}),
                Map.entry("surname", "unknown field"),
                Map.entry("redList", "maybe"),
                Map.entry("kind", "ORG"));

        wrong.forEach((field, value) -> {
            var answer = requests.post(PATH, ADMIN_OC, UUID.randomUUID(), with(doctor("Faux", "Champ"), field, value));

            assertThat(answer.status()).as(field).isEqualTo(400);
            assertThat(answer.body().path("errors"))
                    .anySatisfy(
                            error -> assertThat(error.path("field").asString()).isEqualTo(field))
                    .allSatisfy(error -> assertThat(error.path("message").asString())
                            .isNotBlank()
                            .isNotEqualTo("null")
                            .doesNotContain("{"));
        });
    }

    @Test
    void namesAllWrongFieldsAtOnce() {
        var body = with(with(doctor("Faux", "\n"), "regionId", "nowhere"), "language", "de");

        var answer = requests.post(PATH, ADMIN_OC, UUID.randomUUID(), body);

        assertThat(answer.body().path("errors"))
                .extracting(error -> error.path("field").asString())
                .contains("familyName", "regionId", "language");
    }

    @Test
    void needsTheIdentifierOfAPersonalMailboxAndNoneOfAnInternalOne() {
        var body = doctor("Sans", "Identifiant");
        body.remove("nationalIdentifier");

        var personal = requests.post(PATH, ADMIN_OC, UUID.randomUUID(), body);
        var internal = requests.post(PATH, ADMIN_OC, UUID.randomUUID(), with(body, "kind", "MED"));

        assertThat(personal.status()).isEqualTo(400);
        assertThat(internal.text("address")).isEqualTo("sans.identifiant@interne.oc.mssante.example");
    }

    @Test
    void needsAnIdempotencyKey() {
        var body = doctor("Sans", "Cle");

        assertThat(calls.post(PATH, ADMIN_OC, body).status()).isEqualTo(400);
        assertThat(calls.with("Idempotency-Key", "not-a-uuid")
                        .post(PATH, ADMIN_OC, body)
                        .status())
                .isEqualTo(400);
    }
}
