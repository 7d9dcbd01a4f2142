package fr.plisante.mailbox.envelope;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What a message does with the one it follows. */
public enum ReplyAction {
    REPLY("reply"),
    REPLY_ALL("replyAll"),
    FORWARD("forward"),
    /** Written by a newer version of this service. */
    UNKNOWN("unknown");

    private final String json;

    ReplyAction(String json) {
        this.json = json;
    }

    @JsonCreator
    static ReplyAction of(String json) {
        return Arrays.stream(values())
                .filter(action -> action != UNKNOWN && action.json.equals(json))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such action"));
    }

    @JsonValue
    String json() {
        return json;
    }
}
