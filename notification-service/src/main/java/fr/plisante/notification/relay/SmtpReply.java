package fr.plisante.notification.relay;

import jakarta.mail.MessagingException;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** A relay's refusal read out of Angus Mail's chain of exceptions. */
record SmtpReply(int code, String text) {

    private static final Pattern ENHANCED = Pattern.compile("^\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b");
    private static final int LONGEST = 300;
    private static final int CLOSING = 421;

    /** The reply that made a sending fail, or null if there was none: the connection broke. */
    static @Nullable SmtpReply of(MessagingException failure) {
        SmtpReply reply = null;
        for (Exception e = failure; e != null; e = e instanceof MessagingException m ? m.getNextException() : null) {
            // The innermost is the one about the address.
            reply = switch (e) {
                case SMTPAddressFailedException a -> new SmtpReply(a.getReturnCode(), oneLine(a));
                case SMTPSenderFailedException s -> new SmtpReply(s.getReturnCode(), oneLine(s));
                case SMTPSendFailedException s -> new SmtpReply(s.getReturnCode(), oneLine(s));
                default -> reply;
            };
        }
        return reply == null || reply.code < 400 ? null : reply;
    }

    boolean isForGood() {
        return code >= 500;
    }

    /** The relay works, whatever it thinks of this mail. */
    boolean isAboutTheMail() {
        return code != CLOSING;
    }

    /** RFC 3463's code if the reply has one. */
    String shortest() {
        var enhanced = ENHANCED.matcher(text);
        return enhanced.find() ? enhanced.group(1) : Integer.toString(code);
    }

    private static String oneLine(Exception e) {
        var text = String.valueOf(e.getMessage())
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
