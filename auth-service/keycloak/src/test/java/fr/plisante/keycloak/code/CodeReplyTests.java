package fr.plisante.keycloak.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeReplyTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void readsThatACodeLeft() {
        var answer = CodeReply.read(200, """
                {"state":"SENT","expiresAt":"2026-11-22T12:00:00Z","resendAt":"2026-11-22T12:00:00Z",
                 "email":"c•••@example.test","more":1}""");

        assertThat(answer).isEqualTo(new CodeAnswer.Sent(NOON, NOON, "c•••@example.test"));
    }

    @Test
    void readsEachVerdict() {
        assertThat(CodeReply.read(200, "{\"result\":\"RIGHT\",\"triesLeft\":5}"))
                .isEqualTo(new CodeAnswer.Right());
        assertThat(CodeReply.read(200, "{\"result\":\"WRONG\",\"triesLeft\":2}"))
                .isEqualTo(new CodeAnswer.Wrong(2));
        assertThat(CodeReply.read(200, "{\"result\":\"EXPIRED\"}")).isEqualTo(new CodeAnswer.Expired());
        assertThat(CodeReply.read(200, "{\"result\":\"USED_UP\"}")).isEqualTo(new CodeAnswer.UsedUp());
        assertThat(CodeReply.read(200, "{\"result\":\"LOCKED\",\"until\":\"2026-11-22T12:00:00Z\"}"))
                .isEqualTo(new CodeAnswer.Locked(NOON));
    }

    @Test
    void readsWhyNoOtherCodeLeft() {
        assertThat(CodeReply.read(200, "{\"state\":\"TOO_SOON\",\"resendAt\":\"2026-11-22T12:00:00Z\"}"))
                .isEqualTo(new CodeAnswer.TooSoon(NOON));
        assertThat(CodeReply.read(200, "{\"state\":\"TOO_MANY\",\"until\":\"2026-11-22T12:00:00Z\"}"))
                .isEqualTo(new CodeAnswer.TooMany(NOON));
        assertThat(CodeReply.read(404, "")).isEqualTo(new CodeAnswer.Expired());
        assertThat(CodeReply.read(409, "")).isEqualTo(new CodeAnswer.UsedUp());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "null",
                "[]",
                "{}",
                "{\"result\":\"right\"}",
                "{\"result\":\"LOCKED\"}",
                "{\"state\":\"SENT\",\"expiresAt\":\"soon\",\"resendAt\":\"later\"}"
            })
    void takesAnythingElseForNoAnswer(String body) {
        assertThat(CodeReply.read(200, body)).isInstanceOf(CodeAnswer.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 403, 500, 503})
    void neverTrustsAnErrorWithAFriendlyBody(int status) {
        assertThat(CodeReply.read(status, "{\"result\":\"RIGHT\"}")).isInstanceOf(CodeAnswer.Unavailable.class);
    }
}
