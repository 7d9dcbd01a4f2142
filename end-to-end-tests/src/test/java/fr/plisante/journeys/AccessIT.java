package fr.plisante.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.samples.SamplePerson;
import fr.plisante.samples.SignIn;
import fr.plisante.samples.SignedIn;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every route of every running service, asked by everyone who should not get in, and by the one who should. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIT {

    /** The services that say what they answer; the gateway's own handlers are held against the table by GatewayIT. */
    private static final List<String> SERVICES = List.of(
            "auth-service",
            "directory-service",
            "mailbox-service",
            "notification-service",
            "registration-service",
            "webmail");

    private static final String STRONGER = "urn:plisante:problem:stronger-sign-in-needed";

    /** {@code {GET [/path], params [a=b], produces [c]}} */
    private static final Pattern HANDLER = Pattern.compile("\\{(\\S*) \\[([^]]+)](?:, params \\[([^]]+)])?.*}");

    private final AccessTable table = AccessTable.read();
    private final Product product = Product.running();
    private final SamplePerson owner = product.person("maelys");
    private final SamplePerson stranger = product.person("anais");
    private final AccessRequests gateway = new AccessRequests(product.platform().publicUrl());
    private final RealmClient passwordOnly = RealmClient.of(product.platform(), 1, 300);
    private final RealmClient expired = RealmClient.of(product.platform(), 2, -3600);

    private String ownersToken;
    private String strangersToken;
    private SignedIn strangersSession;
    private Belongings belongings;
    private String strangersMailbox;

    @BeforeAll
    void signPeopleIn() {
        var signIn =
                new SignIn(product.platform().publicUrl(), product.platform().url("smtp-sink"));
        ownersToken = token(signIn, owner);
        strangersToken = token(signIn, stranger);
        strangersSession = signIn.as(stranger.email(), stranger.password());
        belongings = Belongings.of(owner, gateway, ownersToken);
        strangersMailbox = Belongings.mailbox(gateway, strangersToken);
    }

    @AfterAll
    void leaveNothingBehind() {
        passwordOnly.close();
        expired.close();
        if (belongings != null) {
            belongings.remove(gateway, ownersToken);
        }
    }

    @Test
    void hasALineForEveryHandlerThatAServiceReports() {
        var ops = RealmClient.machine(product.platform(), "ops");
        var unknown = new TreeSet<String>();
        var gone = new TreeSet<String>();
        for (var service : SERVICES) {
            var reported = handlers(service, ops);
            assertThat(reported).as("handlers of %s", service).hasSizeGreaterThan(5);
            var known = table.of(service).stream().map(AccessTable.Line::route).toList();
            reported.stream()
                    .filter(route -> !known.contains(route))
                    .forEach(route -> unknown.add(service + "  " + route));
            table.lines().stream()
                    .filter(line -> line.service().equals(service) && !reported.contains(line.route()))
                    .forEach(line -> gone.add(service + "  " + line.route()));
        }
        assertThat(unknown).as("handlers without a line in access.txt").isEmpty();
        assertThat(gone).as("lines of access.txt without a handler").isEmpty();
    }

    @Test
    void letsNobodyPastTheGateway() {
        everywhere(AccessCaller.NOBODY, null);
    }

    @Test
    void takesNoForgedAndNoExpiredToken() {
        try (var valid = RealmClient.of(product.platform(), 2, 300)) {
            // The expired one is refused for its age: but for that, it is good.
            assertThat(gateway.status(valid.token(owner), "/api/mailbox/mailboxes"))
                    .isEqualTo(200);
        }
        var forged = new ArrayList<>(ForgedTokens.from(passwordOnly.token(stranger)));
        forged.add(expired.token(owner));
        forged.forEach(token -> everywhere(AccessCaller.FORGER, token));
    }

    @Test
    void wantsACodeAndNotThePasswordAlone() {
        everywhere(AccessCaller.PASSWORD_ONLY, passwordOnly.token(owner));
    }

    @Test
    void givesAMachineOnlyWhatItsScopeSays() {
        everywhere(AccessCaller.MACHINE, RealmClient.machine(product.platform(), "bootstrap"));
    }

    @Test
    void showsAStrangerNothingOfAnotherPerson() {
        everywhere(AccessCaller.STRANGER, strangersToken);
    }

    /** A mailbox of one's own in the address opens nothing that lies in another. */
    @Test
    void showsAStrangerNothingThroughTheirOwnMailbox() {
        var wrong = new ArrayList<String>();
        for (var service : SERVICES) {
            for (var line : table.of(service)) {
                if (line.namesAThing()) {
                    var answer = past(service, line, strangersToken, strangersMailbox);
                    judge(service, line, AccessCaller.STRANGER, answer, wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertNothingChanged();
    }

    @Test
    void opensToTheOwner() {
        everywhere(AccessCaller.OWNER, ownersToken);
    }

    @Test
    void sendsVisitorsOfTheGatewayToSignIn() {
        var wrong = new ArrayList<String>();
        for (var line : table.lines()) {
            var ids = ids(line, belongings.mailboxId());
            judge("gateway", line, AccessCaller.VISITOR, send(gateway, line, null, ids), wrong);
        }
        assertThat(wrong).isEmpty();
        assertNothingChanged();
    }

    @Test
    void showsAStrangerNothingBehindTheLinkOfSomebodyElsesNotice() {
        var envelope = belongings.entryId().substring(belongings.entryId().indexOf(':') + 1);
        var notice = product.mails().after(0, owner.email(), mail -> mail.text().contains(envelope));
        var link = notice.link(product.url()).substring(product.url().length());

        var page = strangersSession.send(
                strangersSession.request(link).setHeader("Accept", "text/html").build());
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(type(page)).startsWith("text/html");
        assertThat(page.body()).doesNotContain(belongings.words()).doesNotContain(owner.givenName());
        assertNothingChanged();
    }

    /** A link of a foreign page brings the cookie along, so looking at an address must change nothing. */
    @Test
    void signsNobodyOutByALink() {
        var link = strangersSession.send(strangersSession.request("/logout").build());
        assertThat(link.statusCode()).isEqualTo(404);

        var mailboxes = strangersSession.request("/api/mailbox/mailboxes").build();
        assertThat(strangersSession.send(mailboxes).statusCode()).isEqualTo(200);
    }

    @Test
    void neverRoutesWhatServicesSayAmongThemselves() {
        for (var path : List.of("/internal/codes", "/internal/password-links", "/actuator/mappings")) {
            var answer = strangersSession.send(strangersSession
                    .request(path)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{}"))
                    .build());
            assertThat(answer.statusCode()).as(path).isIn(403, 404);
        }
    }

    private void everywhere(AccessCaller caller, @Nullable String token) {
        var wrong = new ArrayList<String>();
        for (var service : SERVICES) {
            for (var line : table.of(service)) {
                if (line.asks(caller)) {
                    judge(service, line, caller, past(service, line, token, belongings.mailboxId()), wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertNothingChanged();
    }

    private HttpResponse<String> past(String service, AccessTable.Line line, @Nullable String token, String mailboxId) {
        return send(new AccessRequests(product.platform().url(service)), line, token, ids(line, mailboxId));
    }

    private static HttpResponse<String> send(
            AccessRequests requests, AccessTable.Line line, @Nullable String token, Map<String, String> ids) {
        var request = requests.to(line.path(ids), token);
        var content = line.content(ids);
        if (content == null) {
            request.method(line.method(), BodyPublishers.noBody());
        } else {
            request.header("Content-Type", line.contentType())
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .method(line.method(), BodyPublishers.ofString(content));
        }
        return requests.send(request.build());
    }

    private void judge(
            String service,
            AccessTable.Line line,
            AccessCaller caller,
            HttpResponse<String> answer,
            List<String> wrong) {
        var got = outcome(answer);
        if (!got.equals(line.wanted(caller))) {
            wrong.add("%s %s, %s: %s and not %s %s"
                    .formatted(service, line.route(), caller, got, line.wanted(caller), beginning(answer)));
        }
        if (caller != AccessCaller.OWNER && answer.body().contains(belongings.words())) {
            wrong.add("%s %s, %s: shows %s".formatted(service, line.route(), caller, beginning(answer)));
        }
        if (got.equals("401")
                && caller == AccessCaller.PASSWORD_ONLY
                && !answer.body().contains(STRONGER)) {
            wrong.add("%s %s: does not ask for the code but %s".formatted(service, line.route(), beginning(answer)));
        }
        if (answer.statusCode() == 401 && !type(answer).startsWith("application/problem+json")) {
            wrong.add("%s %s, %s: 401 as %s".formatted(service, line.route(), caller, type(answer)));
        }
    }

    private static String outcome(HttpResponse<String> answer) {
        var location = answer.headers().firstValue("Location").orElse("");
        return answer.statusCode() == 302 && location.endsWith("/oauth2/authorization/plisante")
                ? "sign-in"
                : Integer.toString(answer.statusCode());
    }

    private static String beginning(HttpResponse<String> answer) {
        var body = answer.body().strip();
        return body.substring(0, Math.min(body.length(), 160));
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    /** Real ids wherever they mean something: a made-up one would be unknown to everyone. */
    private Map<String, String> ids(AccessTable.Line line, String mailboxId) {
        var inDirectory = line.route().contains("/annuaire/") || line.route().contains("/directory/");
        var entry = inDirectory ? belongings.contactId() : belongings.entryId();
        Map<String, String> ids = new HashMap<>();
        ids.put("{mailboxId}", mailboxId);
        ids.put("{mailbox}", mailboxId);
        ids.put("{entryId}", entry);
        ids.put("{entry}", entry);
        ids.put("{draftId}", belongings.draftId());
        ids.put("{draft}", belongings.draftId());
        ids.put("{uploadId}", belongings.uploadId());
        ids.put("{part}", belongings.part());
        ids.put("{address}", owner.address());
        ids.put("{id}", UUID.randomUUID().toString());
        ids.put("{signInId}", UUID.randomUUID().toString());
        ids.put("{requiredMetricName}", "jvm.memory.used");
        ids.put("{place:reception|envoyes|corbeille}", "reception");
        ids.put("{place:reception|envoyes|brouillons|corbeille}", "reception");
        ids.put("/assets/**", "/assets/mark.svg");
        ids.put("/health/**", "/health/readiness");
        ids.put("/webjars/**", "/webjars/nothing");
        ids.put("GET /**", "GET /nothing");
        return ids;
    }

    private void assertNothingChanged() {
        var mailbox = "/api/mailbox/mailboxes/" + belongings.mailboxId();
        var entry = gateway.json(ownersToken, "GET", mailbox + "/entries/" + belongings.entryId(), null);
        var draft = gateway.json(ownersToken, "GET", mailbox + "/drafts/" + belongings.draftId(), null);
        assertThat(entry.get("folder").asString()).isEqualTo("inbox");
        assertThat(draft.get("subject").asString()).isEqualTo(belongings.words());
        assertThat(draft.get("uploads").get(0).get("uploadId").asString()).isEqualTo(belongings.uploadId());
    }

    private List<String> handlers(String service, String ops) {
        var routes = new TreeSet<String>();
        var mappings = new AccessRequests(product.platform().url(service)).json(ops, "GET", "/actuator/mappings", null);
        for (var context : mappings.get("contexts").values()) {
            for (var servlet : context.get("mappings").get("dispatcherServlets").values()) {
                servlet.forEach(
                        mapping -> routes.add(route(mapping.get("predicate").asString())));
            }
        }
        return List.copyOf(routes);
    }

    /** A handler as the table writes it: {@code GET /path a=b}. */
    private static String route(String predicate) {
        var handler = HANDLER.matcher(predicate);
        if (!handler.matches()) {
            return "GET " + predicate;
        }
        var method = handler.group(1).isEmpty() ? "ANY" : handler.group(1);
        var parameters = handler.group(3) == null ? "" : " " + handler.group(3);
        return method + " " + handler.group(2) + parameters;
    }

    private String token(SignIn signIn, SamplePerson person) {
        var secret = product.platform().secrets().client("gateway");
        return signIn.tokens(person.email(), person.password(), secret).access();
    }
}
