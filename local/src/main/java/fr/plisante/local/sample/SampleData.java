package fr.plisante.local.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Creates the sample people as an operator would: the first administrator of each region by the bootstrap client, then
 * everyone else by that administrator, signed in with a code. Repeating it changes nothing.
 */
public final class SampleData {

    private static final Logger LOG = LoggerFactory.getLogger(SampleData.class);
    private static final String ACCOUNTS = "/api/registration/accounts";

    private final SampleTarget target;
    private final KeycloakAdmin keycloak;
    private final SignIn signIn;
    private final Consumer<String> progress;

    private SampleData(SampleTarget target, Consumer<String> progress) {
        this.target = target;
        this.keycloak = new KeycloakAdmin(target);
        this.signIn = new SignIn(target.publicUrl(), target.sinkUrl());
        this.progress = progress;
    }

    /** The sample people, whether they are loaded yet or not. */
    public static List<SamplePerson> people() {
        return SamplePeople.all();
    }

    /** Address of the mailbox that {@link #secretaries()} share. */
    public static String secretariat() {
        return SamplePeople.SECRETARIAT;
    }

    public static List<SamplePerson> secretaries() {
        return SamplePeople.SECRETARIES;
    }

    /** Loads the samples unless this platform has them; says whether it did. */
    public static boolean load(SampleTarget target) {
        return load(target, LOG::info);
    }

    /** As {@link #load(SampleTarget)}, telling each step. */
    public static boolean load(SampleTarget target, Consumer<String> progress) {
        if (Files.exists(target.marker())) {
            return false;
        }
        new SampleData(target, progress).load();
        return true;
    }

    /** Sends a day's worth of letters between the samples; says how many. */
    public static int demo(SampleTarget target) {
        return new SampleLetters(new SignIn(target.publicUrl(), target.sinkUrl())).send();
    }

    private void load() {
        Map<String, UUID> accounts = new LinkedHashMap<>();
        var token = KeycloakAdmin.bootstrapToken(target);
        for (var administrator : SamplePeople.ADMINISTRATORS) {
            accounts.put(administrator.email(), createAdministrator(administrator, token));
        }
        for (var administrator : SamplePeople.ADMINISTRATORS) {
            keycloak.setPassword(administrator);
            var session = signIn.as(administrator.email(), administrator.password());
            progress.accept("signed in as " + administrator.name() + ", who administers " + administrator.regionId());
            createPeople(administrator.regionId(), session, accounts);
        }
        SamplePeople.OTHERS.forEach(keycloak::setPassword);
        note(accounts);
    }

    private UUID createAdministrator(SamplePerson person, String token) {
        var created = Http.json(Http.send(Http.request(target.publicUrl().resolve(ACCOUNTS))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key(person.email()))
                .POST(BodyPublishers.ofString(Http.JSON.writeValueAsString(person.request())))
                .build()));
        return account(person, created);
    }

    private void createPeople(String regionId, SignedIn administrator, Map<String, UUID> accounts) {
        for (var person : SamplePeople.OTHERS) {
            if (person.regionId().equals(regionId)) {
                var created =
                        administrator.send("POST", ACCOUNTS, person.request(), "Idempotency-Key", key(person.email()));
                accounts.put(person.email(), account(person, created));
            }
        }
        if (regionId.equals("oc")) {
            createSecretariat(administrator, accounts);
        }
    }

    private UUID account(SamplePerson person, JsonNode created) {
        var address = created.get("address").asString();
        if (!address.equals(person.address())) {
            LOG.warn("{} has the address {} and not {}", person.name(), address, person.address());
        }
        progress.accept("created " + person.name() + ", " + person.role() + ", " + address);
        return UUID.fromString(created.get("accountId").asString());
    }

    private void createSecretariat(SignedIn administrator, Map<String, UUID> accounts) {
        List<UUID> members = new ArrayList<>();
        SamplePeople.SECRETARIES.forEach(person -> members.add(accounts.get(person.email())));
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("name", "Secrétariat de cardiologie");
        request.put("localPart", "secretariat.cardiologie");
        request.put("structureId", SamplePerson.structureId(SamplePeople.HOSPITAL));
        request.put("structure", SamplePeople.HOSPITAL);
        request.put("structureDomain", "ch-exemple");
        request.put("service", "Cardiologie");
        request.put("regionId", "oc");
        request.put("street", "1 rue de l’Exemple");
        request.put("postalCode", "31000");
        request.put("city", "Toulouse");
        request.put("redList", false);
        request.put("dematerialised", true);
        request.put("members", members);
        var created = administrator.send(
                "POST", "/api/registration/mailboxes", request, "Idempotency-Key", key(SamplePeople.SECRETARIAT));
        progress.accept("created the mailbox " + created.get("address").asString());
    }

    /** The same person is always asked for under the same key, so a load that was cut can be repeated. */
    private static String key(String name) {
        return UUID.nameUUIDFromBytes(("plisante-sample:" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private void note(Map<String, UUID> accounts) {
        var lines = new StringBuilder("# Sample people, loaded " + Instant.now() + "\n");
        accounts.forEach((email, accountId) -> lines.append(email + "=" + accountId + "\n"));
        try {
            Files.createDirectories(target.data());
            Files.writeString(target.marker(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
