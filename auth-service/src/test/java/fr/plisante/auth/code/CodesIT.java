package fr.plisante.auth.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import fr.plisante.auth.RunningAuth;
import fr.plisante.auth.Surroundings.MovableClock;
import fr.plisante.events.auth.OneTimeCodeIssued;
import fr.plisante.events.auth.SignInRefused;
import fr.plisante.events.auth.SignedIn;
import fr.plisante.testkit.Calls;
import fr.plisante.testkit.Calls.Answer;
import fr.plisante.testkit.PublishedEvents;
import fr.plisante.testkit.Realm;
import fr.plisante.testkit.TestKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RunningAuth
class CodesIT {

    private static final String KEYCLOAK = Realm.machine("one-time-codes");

    @Autowired
    Calls calls;

    @Autowired
    MovableClock clock;

    @Autowired
    MongoDatabase database;

    @Autowired
    AttemptLimits limits;

    private final UUID account = UUID.randomUUID();

    @Test
    void letsInWhoHasTheMailedCodeOnce() {
        var signIn = begin();

        var code = mailedCode(signIn, 1);
        var right = check(signIn, code);
        var again = check(signIn, code);

        assertThat(right.text("result")).isEqualTo("RIGHT");
        assertThat(again.text("result")).isEqualTo("USED_UP");
        var signedIn = PublishedEvents.of(SignedIn.TOPIC, account.toString(), 1).getFirst();
        assertThat(signedIn.acr()).isEqualTo("2");
        assertThat(signedIn.data().path("acr").asInt()).isEqualTo(2);
        assertThat(signedIn.data().path("signInId").asString()).isEqualTo(signIn);
        assertThat(signedIn.data().path("regionId").asString()).isEqualTo("oc");
        assertThat(signedIn.subject()).isEqualTo(signIn);
    }

    @Test
    void lettingInWorksOnceInParallelToo() throws Exception {
        var signIn = begin();
        var code = mailedCode(signIn, 1);

        var results = inParallel(IntStream.range(0, 4)
                .<Callable<String>>mapToObj(i -> () -> check(signIn, code).text("result"))
                .toList());

        assertThat(results).containsOnlyOnce("RIGHT").contains("USED_UP");
    }

    @Test
    void answersTheSameHoweverOftenThePageIsShown() {
        var signIn = signInId();

        var first = issue(signIn, account);
        var second = issue(signIn, account);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text("state")).isEqualTo("SENT");
        assertThat(first.text("email")).isEqualTo("c•••@example.test");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(stored(signIn).getEmbedded(List.of("code", "number"), Integer.class))
                .isEqualTo(1);
    }

    @Test
    void keepsNoCodeThatCouldBeRead() {
        var signIn = begin();
        var code = mailedCode(signIn, 1);

        var stored = stored(signIn).toJson();
        var published = PublishedEvents.of(OneTimeCodeIssued.TOPIC, signIn, 1).getFirst();

        assertThat(stored).contains("claire@example.test").doesNotContain(code);
        assertThat(published.data().toString()).doesNotContain(code);
        assertThat(published.data().path("email").asString()).isEqualTo("claire@example.test");
        assertThat(published.data().path("timeZone").asString()).isEqualTo("Europe/Paris");
    }

    @Test
    void comparesACodeFiveTimes() {
        var signIn = begin();
        var code = mailedCode(signIn, 1);

        var results = IntStream.range(0, 5)
                .mapToObj(i -> check(signIn, other(code)))
                .map(answer ->
                        answer.text("result") + answer.body().path("triesLeft").asInt())
                .toList();

        assertThat(results).containsExactly("WRONG4", "WRONG3", "WRONG2", "WRONG1", "WRONG0");
        assertThat(check(signIn, code).text("result")).isEqualTo("USED_UP");
        assertThat(PublishedEvents.of(SignInRefused.TOPIC, account.toString(), 6))
                .extracting(event -> event.data().path("reason").asString())
                .containsExactly("WRONG", "WRONG", "WRONG", "WRONG", "WRONG", "USED_UP");
    }

    @Test
    void refusesACodeWhoseTimeIsOver() {
        var signIn = begin();
        var code = mailedCode(signIn, 1);

        clock.forward(Duration.ofMinutes(10));

        assertThat(check(signIn, code).text("result")).isEqualTo("EXPIRED");
        assertThat(resend(signIn).text("state")).isEqualTo("SENT");
        assertThat(check(signIn, mailedCode(signIn, 2)).text("result")).isEqualTo("RIGHT");
    }

    @Test
    void sendsAnotherCodeAfterAWhileAndAFewTimesAnHour() {
        var signIn = begin();
        var first = mailedCode(signIn, 1);

        assertThat(resend(signIn).text("state")).isEqualTo("TOO_SOON");
        for (var i = 0; i < 5; i++) {
            clock.forward(Duration.ofSeconds(31));
            assertThat(resend(signIn).text("state")).isEqualTo("SENT");
        }
        clock.forward(Duration.ofSeconds(31));
        var sixth = resend(signIn);

        assertThat(sixth.text("state")).isEqualTo("TOO_MANY");
        assertThat(sixth.text("until")).isNotBlank();
        assertThat(check(signIn, first).text("result")).isEqualTo("WRONG");
        assertThat(check(signIn, mailedCode(signIn, 6)).text("result")).isEqualTo("RIGHT");
    }

    @Test
    void comparesAtMostFifteenOfFiveHundredParallelCodesOverManySignIns() throws Exception {
        var signIns = IntStream.range(0, 25).mapToObj(i -> begin()).toList();
        List<Callable<String>> tries = new ArrayList<>();
        for (var i = 0; i < 500; i++) {
            var signIn = signIns.get(i % signIns.size());
            var code = String.format(Locale.ROOT, "%06d", i);
            tries.add(() -> check(signIn, code).text("result"));
        }

        var results = inParallel(tries);

        assertThat(results.stream().filter(result -> result.equals("WRONG") || result.equals("RIGHT")))
                .hasSizeLessThanOrEqualTo(15);
        assertThat(results).contains("LOCKED");
        assertThat(issue(signInId(), account).text("state")).isEqualTo("LOCKED");

        clock.forward(Duration.ofMinutes(61));
        assertThat(issue(signInId(), account).text("state")).isEqualTo("SENT");
    }

    @Test
    void givesExactlyFifteenTriesHoweverManyAskAtOnce() throws Exception {
        var now = clock.instant();

        var taken = inParallel(IntStream.range(0, 500)
                .<Callable<Boolean>>mapToObj(i ->
                        () -> limits.tryAcquire(AttemptLimits.Limit.TRY, account, "attempt" + i, now.plusMillis(i % 7)))
                .toList());

        assertThat(taken.stream().filter(Boolean::booleanValue)).hasSize(15);
        assertThat(limits.tryAcquire(AttemptLimits.Limit.TRY, account, "late", now.plusSeconds(3_590)))
                .isFalse();
        assertThat(limits.tryAcquire(AttemptLimits.Limit.TRY, account, "later", now.plusSeconds(3_601)))
                .isTrue();
        limits.release(AttemptLimits.Limit.TRY, account, "later");
        assertThat(limits.tryAcquire(AttemptLimits.Limit.TRY, account, "again", now.plusSeconds(3_601)))
                .isTrue();
    }

    @Test
    void doesNotCountRightCodes() {
        for (var i = 0; i < 16; i++) {
            var signIn = begin();
            assertThat(check(signIn, mailedCode(signIn, 1)).text("result")).isEqualTo("RIGHT");
        }
    }

    @Test
    void letsNobodyFloodAMailboxWithCodes() {
        for (var i = 0; i < 30; i++) {
            begin();
        }

        assertThat(issue(signInId(), account).text("state")).isEqualTo("TOO_MANY");
    }

    @Test
    void knowsNoSignInOfAnother() {
        var signIn = begin();

        assertThat(issue(signIn, UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(check(signInId(), "000000").status()).isEqualTo(404);
        assertThat(resend(signInId()).status()).isEqualTo(404);
    }

    @Test
    void refusesWhatIsNoCode() {
        var signIn = begin();

        for (var code : List.of("", "12345", "1234567", "abcdef", "１２３４５６", "12345\n")) {
            assertThat(check(signIn, code).status()).as(code).isEqualTo(400);
        }
    }

    @Test
    void showsAPersonTheirOwnSignInsPageByPage() {
        var oldest = begin();
        check(oldest, mailedCode(oldest, 1));
        begin();
        begin();

        var first =
                calls.get("/api/auth/sign-ins?limit=2", Realm.person(account).token());
        var second = calls.get(
                "/api/auth/sign-ins?limit=2&cursor=" + first.text("next"),
                Realm.person(account).token());
        var others =
                calls.get("/api/auth/sign-ins", Realm.person(UUID.randomUUID()).token());

        assertThat(first.body().path("items").size()).isEqualTo(2);
        assertThat(first.body().path("items").path(0).path("outcome").asString())
                .isEqualTo("CODE_SENT");
        assertThat(second.body().path("items").size()).isEqualTo(1);
        assertThat(second.body().path("items").path(0).path("outcome").asString())
                .isEqualTo("SIGNED_IN");
        assertThat(second.body().path("next").isNull()).isTrue();
        assertThat(others.body().path("items").isEmpty()).isTrue();
    }

    private Document stored(String signIn) {
        return database.getCollection("signIns").find(Filters.eq("_id", signIn)).first();
    }

    private String begin() {
        var signIn = signInId();
        assertThat(issue(signIn, account).text("state")).isEqualTo("SENT");
        return signIn;
    }

    private Answer issue(String signIn, UUID accountId) {
        return calls.post(
                "/internal/codes",
                KEYCLOAK,
                Map.of(
                        "signInId",
                        signIn,
                        "accountId",
                        accountId,
                        "regionId",
                        "oc",
                        "email",
                        "claire@example.test",
                        "locale",
                        "fr"));
    }

    private Answer resend(String signIn) {
        return calls.post("/internal/codes/" + signIn + "/resend", KEYCLOAK, Map.of());
    }

    private Answer check(String signIn, String code) {
        return calls.post("/internal/codes/" + signIn + "/check", KEYCLOAK, Map.of("code", code));
    }

    private static String signInId() {
        return UUID.randomUUID().toString();
    }

    private static String other(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    /** What notification-service would put into the mail. */
    private String mailedCode(String signIn, int number) {
        var sealed = PublishedEvents.of(OneTimeCodeIssued.TOPIC, signIn, number)
                .getLast()
                .data()
                .path("sealedCode")
                .asString();
        return TestKeys.ofThisJvm().openedCode(sealed, signIn);
    }

    private static <T> List<T> inParallel(List<Callable<T>> calls) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
