package fr.plisante.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
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
    private static final Samples.Secretariat SECRETARIAT = Samples.ALL.secretariat();

    private final SampleTarget target;
    private final KeycloakAdmin keycloak;
    private final SignIn signIn;
    private final Consumer<String> progress;
    private final Map<String, String> accounts = new LinkedHashMap<>();

    private SampleData(SampleTarget target, Consumer<String> progress) {
        this.target = target;
        this.keycloak = new KeycloakAdmin(target);
        this.signIn = target.signIn();
        this.progress = progress;
    }

    /** The sample people, whether they are loaded yet or not. */
    public static List<SamplePerson> people() {
        return Samples.ALL.people();
    }

    /** Address of the mailbox that {@link #secretaries()} share. */
    public static String secretariat() {
        return SECRETARIAT.address();
    }

    public static List<SamplePerson> secretaries() {
        return SECRETARIAT.members().stream().map(Samples.ALL::person).toList();
    }

    /** Loads the samples unless this platform has them. */
    public static void load(SampleTarget target) {
        load(target, LOG::info);
    }

    /** As {@link #load(SampleTarget)}, telling each step. */
    public static void load(SampleTarget target, Consumer<String> progress) {
        if (!Files.exists(target.marker())) {
            new SampleData(target, progress).load();
        }
    }

    /** Sends a day's worth of letters between the samples; says how many. */
    public static int demo(SampleTarget target) {
        return new SampleLetters(target.signIn()).send();
    }

    private void load() {
        var token = keycloak.bootstrapToken(Map.of());
        var administrators =
                people().stream().filter(SamplePerson::administrator).toList();
        var others = people().stream()
                .filter(Predicate.not(SamplePerson::administrator))
                .toList();
        administrators.forEach(person -> createAdministrator(person, token));
        for (var administrator : administrators) {
            keycloak.setPassword(administrator);
            var session = signIn.as(administrator.email(), administrator.password());
            progress.accept("signed in as " + administrator.name() + ", who administers " + administrator.regionId());
            others.stream()
                    .filter(person -> person.regionId().equals(administrator.regionId()))
                    .forEach(person -> note(person, created(session, ACCOUNTS, person.account(), person.email())));
            if (SECRETARIAT.mailbox().get("regionId").asString().equals(administrator.regionId())) {
                createSecretariat(session);
            }
        }
        others.forEach(keycloak::setPassword);
        mark();
    }

    private void createAdministrator(SamplePerson person, String token) {
        note(
                person,
                Http.json(Http.send(Http.request(target.publicUrl().resolve(ACCOUNTS))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key(person.email()))
                        .POST(Http.json(person.account())))));
    }

    private void createSecretariat(SignedIn administrator) {
        var request = SECRETARIAT.mailbox().deepCopy();
        var members = request.putArray("members");
        SECRETARIAT.members().forEach(email -> members.add(accounts.get(email)));
        var created = created(administrator, "/api/registration/mailboxes", request, SECRETARIAT.address());
        progress.accept("created the mailbox " + created.get("address").asString());
    }

    private static JsonNode created(SignedIn administrator, String path, JsonNode request, String name) {
        return administrator.send("POST", path, request, "Idempotency-Key", key(name));
    }

    private void note(SamplePerson person, JsonNode created) {
        var address = created.get("address").asString();
        if (!address.equals(person.address())) {
            LOG.warn("{} has the address {} and not {}", person.name(), address, person.address());
        }
        progress.accept("created " + person.name() + ", " + person.role() + ", " + address);
        accounts.put(person.email(), created.get("accountId").asString());
    }

    /** The same person is always asked for under the same key, so a load that was cut can be repeated. */
    private static String key(String name) {
        return UUID.nameUUIDFromBytes(("plisante-sample:" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private void mark() {
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
