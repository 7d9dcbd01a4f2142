package fr.plisante.notification.mail;

import java.util.Locale;

/** A mail ready to be sent. {@code messageId} (without brackets) is fixed by what it tells of, so that a repeat is recognised; {@code list} is the left part of the List-Id. */
public record Mail(String messageId, String list, Recipient to, String subject, String text, String html) {

    /** Who gets it. The name may be empty. */
    public record Recipient(String name, String address, Locale locale) {}

    /** What may be logged: neither words nor addresses, for one kind of mail carries a secret. */
    @Override
    public String toString() {
        return "Mail[" + messageId + "]";
    }
}
