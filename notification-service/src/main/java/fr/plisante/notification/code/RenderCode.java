package fr.plisante.notification.code;

import fr.plisante.notification.mail.Content;
import fr.plisante.notification.mail.Layout;
import fr.plisante.notification.mail.Mail;
import fr.plisante.notification.mail.Mail.Recipient;
import fr.plisante.notification.mail.When;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Renders the mail of a code. */
@Component
class RenderCode {

    private static final int HALF = 3;
    private static final String NO_BREAK_SPACE = "\u00A0";

    private final Layout layout;
    private final boolean inSubject;

    RenderCode(Layout layout, CodeSettings codes) {
        this.layout = layout;
        this.inSubject = codes.inSubject();
    }

    Mail mail(CodeMail mail, String code) {
        var locale = mail.language().equals("en") ? Locale.UK : Locale.FRANCE;
        var until = When.time(mail.expiresAt(), ZoneId.of(mail.timeZone()), locale);
        var content = new Content(
                layout.say(locale, "code.preview", until),
                layout.say(locale, "code.heading"),
                layout.say(locale, "code.greeting"),
                List.of(layout.say(locale, "code.before")),
                readable(code),
                List.of(),
                null,
                List.of(
                        layout.say(locale, "code.until", until),
                        layout.say(locale, "code.never"),
                        layout.say(locale, "code.not-you")));
        var subject = inSubject ? layout.say(locale, "code.subject", code) : layout.say(locale, "code.subject-without");
        return layout.mail("codes", mail.id(), new Recipient("", mail.email(), locale), subject, content);
    }

    /** 510 762: two halves are easier to carry over. */
    private static String readable(String code) {
        return code.substring(0, HALF) + NO_BREAK_SPACE + code.substring(HALF);
    }
}
