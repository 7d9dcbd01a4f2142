package fr.plisante.notification.relay;

import java.util.Set;
import java.util.regex.Pattern;

/** What the relay answered at the step that decided over a mail. */
record SmtpReply(Stage stage, int code, String text) {

    private static final Pattern ENHANCED = Pattern.compile("^\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b");
    private static final Pattern NOT_ONE_LINE = Pattern.compile("[\\p{Cntrl}\\s]+");
    private static final int LONGEST = 300;
    /** Not understood, not in this order, sign in first, signed in wrongly, encrypt first: nothing about a mail. */
    private static final Set<Integer> ABOUT_US = Set.of(421, 500, 502, 503, 530, 534, 535, 538);

    SmtpReply {
        text = NOT_ONE_LINE.matcher(text).replaceAll(" ").strip();
        text = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** The steps of one mail. */
    enum Stage {
        MAIL,
        RCPT,
        DATA,
        CONTENT
    }

    /** It goes on, or is taken. */
    boolean isAsked() {
        return stage == Stage.DATA ? code == 354 : code >= 200 && code < 300;
    }

    /**
     * Whether it is about the relay or us and not about this mail: all that it says before it knows who the mail is for,
     * and a rule that keeps us out (5.7.x). A passing 4.7.x about a recipient is greylisting, and that one's alone.
     */
    boolean isTrouble() {
        return stage == Stage.MAIL || ABOUT_US.contains(code) || shortest().startsWith("5.7.");
    }

    boolean isForGood() {
        return code >= 500;
    }

    /** RFC 3463's code if the reply has one. */
    String shortest() {
        var enhanced = ENHANCED.matcher(text);
        return enhanced.find() ? enhanced.group(1) : Integer.toString(code);
    }
}
