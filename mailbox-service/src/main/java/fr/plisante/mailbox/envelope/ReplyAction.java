package fr.plisante.mailbox.envelope;

/** What a message does with the one it follows. */
public enum ReplyAction {
    REPLY,
    REPLY_ALL,
    FORWARD,
    /** Written by a newer version of this service. */
    UNKNOWN
}
