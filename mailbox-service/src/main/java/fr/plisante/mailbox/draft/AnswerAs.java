package fr.plisante.mailbox.draft;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a letter answers another. */
enum AnswerAs {
    @JsonProperty("reply")
    REPLY("reply"),
    @JsonProperty("reply-all")
    REPLY_ALL("reply-all"),
    @JsonProperty("forward")
    FORWARD("forward");

    private final String wire;

    AnswerAs(String wire) {
        this.wire = wire;
    }

    String wire() {
        return wire;
    }
}
