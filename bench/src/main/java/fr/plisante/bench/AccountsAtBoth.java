package fr.plisante.bench;

import static java.util.Map.entry;

import fr.plisante.samples.SampleData;
import fr.plisante.samples.Tokens;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Accounts and organisational mailboxes that an administrator makes through one gateway and asks for again at another. */
final class AccountsAtBoth {

    private static final int MAILBOXES = 4;

    private final List<URI> doors;
    private final Tokens administrator;
    private final List<String> accounts = new ArrayList<>();
    private final List<String> mailboxes = new ArrayList<>();

    AccountsAtBoth(Stage stage, List<URI> doors) {
        this.doors = doors;
        this.administrator = stage.tokens(SampleData.people().stream()
                .filter(person -> person.administrator() && person.regionId().equals("oc"))
                .findFirst()
                .orElseThrow());
    }

    /** Makes so many accounts and a few mailboxes of some of them; says how often the two gateways did not agree. */
    int create(int wanted) {
        int faults = 0;
        for (int i = 0; i < wanted; i++) {
            faults += agreed("/api/registration/accounts", account(i), i, "accountId", accounts);
        }
        for (int i = 0; i < MAILBOXES; i++) {
            faults += agreed("/api/registration/mailboxes", mailbox(i), i, "mailboxId", mailboxes);
        }
        return faults;
    }

    /** Changes the members of each mailbox at the gateway that did not make it; says how many it changed. */
    int changeMembers() {
        for (int i = 0; i < mailboxes.size(); i++) {
            var members = Map.of("members", List.of(accounts.get(i), accounts.get(i + 1), accounts.get(i + 2)));
            var path = "/api/registration/mailboxes/" + mailboxes.get(i) + "/members";
            var answer = Calls.send(administrator, door(i + 1), "PUT", path, members);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("Members were refused: " + answer.body());
            }
        }
        return mailboxes.size();
    }

    private int agreed(String path, Map<String, Object> request, int number, String id, List<String> made) {
        var key = UUID.randomUUID().toString();
        var first = Calls.send(administrator, door(number), "POST", path, request, key);
        var again = Calls.send(administrator, door(number + 1), "POST", path, request, key);
        if (first.statusCode() != 201 || !id(first, id).equals(id(again, id))) {
            Stage.say("  " + path + ": " + first.body() + ", again " + again.body());
            return 1;
        }
        made.add(id(first, id));
        return 0;
    }

    private URI door(int number) {
        return doors.get(number % doors.size());
    }

    private static String id(HttpResponse<String> answer, String name) {
        return Correspondent.JSON.readTree(answer.body()).path(name).asString();
    }

    private static Map<String, Object> account(int number) {
        return Map.ofEntries(
                entry("familyName", "Versions-" + (char) ('A' + number)),
                entry("givenName", "Ada"),
                entry("kind", "MED"),
                entry("email", "versions." + number + "." + UUID.randomUUID() + "@ordinaire.example"),
                entry("regionId", "oc"),
                entry("language", "fr"),
                entry("structure", "Centre hospitalier de l’Exemple"),
                entry("city", "Toulouse"),
                entry("redList", false),
                entry("dematerialised", true),
                entry("roles", List.of()));
    }

    private Map<String, Object> mailbox(int number) {
        return Map.ofEntries(
                entry("name", "Secrétariat " + number),
                entry("localPart", "versions%d.%.8s".formatted(number, UUID.randomUUID())),
                entry("structure", "Centre hospitalier de l’Exemple"),
                entry("structureDomain", "ch-exemple"),
                entry("regionId", "oc"),
                entry("redList", false),
                entry("dematerialised", true),
                entry("members", List.of(accounts.get(number))));
    }
}
