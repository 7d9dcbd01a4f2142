package fr.plisante.notification.notice;

import fr.plisante.notification.mail.Content;
import fr.plisante.notification.mail.Content.Button;
import fr.plisante.notification.mail.Content.Fact;
import fr.plisante.notification.mail.Layout;
import fr.plisante.notification.mail.Mail;
import fr.plisante.notification.mail.Mail.Recipient;
import fr.plisante.notification.mail.OneLine;
import fr.plisante.notification.mail.When;
import fr.plisante.notification.notice.PasswordLinksClient.Wanted;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Renders the mail of a notice. Nothing of the message is in it: no subject, no body, no name of an attachment. */
@Component
class RenderNotice {

    private final Layout layout;
    private final Audiences audiences;
    private final PasswordLinksClient links;

    RenderNotice(Layout layout, Audiences audiences, PasswordLinksClient links) {
        this.layout = layout;
        this.audiences = audiences;
        this.links = links;
    }

    Mail mail(Notice notice, Person person) {
        return switch (notice.kind()) {
            case NEW_ENVELOPE -> newEnvelope(notice, Objects.requireNonNull(notice.envelope()), person);
            case WELCOME -> welcome(notice, person);
            case UNKNOWN -> throw new IllegalStateException("A notice of a newer version: " + notice.id());
        };
    }

    private Mail newEnvelope(Notice notice, Notice.Envelope envelope, Person person) {
        var locale = person.locale();
        var sender = OneLine.of(envelope.fromName());
        var when = When.dayAndTime(envelope.deliveredAt(), person.zone(), locale);
        var url = layout.page("/boites/" + envelope.mailboxId() + "/messages/" + envelope.entryId());
        var content = new Content(
                layout.say(locale, "notice.preview", when),
                layout.say(locale, "notice.heading"),
                layout.say(locale, "greeting", OneLine.of(person.name())),
                List.of(layout.say(locale, "notice.before")),
                null,
                List.of(
                        new Fact(
                                layout.say(locale, "notice.from"),
                                sender + " <" + OneLine.of(envelope.fromAddress()) + ">"),
                        new Fact(layout.say(locale, "notice.to"), mailbox(envelope)),
                        new Fact(layout.say(locale, "notice.when"), when)),
                new Button(layout.say(locale, "notice.button"), url),
                List.of(layout.say(locale, "notice.after")));
        return mail(notice, person, layout.say(locale, "notice.subject", sender), content);
    }

    private Mail welcome(Notice notice, Person person) {
        var locale = person.locale();
        var link = links.create(new Wanted(person.accountId()));
        var content = new Content(
                layout.say(locale, "welcome.preview"),
                layout.say(locale, "welcome.heading"),
                layout.say(locale, "greeting", OneLine.of(person.name())),
                List.of(layout.say(locale, "welcome.before")),
                null,
                List.of(
                        new Fact(layout.say(locale, "welcome.address"), person.address()),
                        new Fact(layout.say(locale, "welcome.sign-in"), person.email())),
                new Button(layout.say(locale, "welcome.button"), link.url()),
                List.of(
                        layout.say(locale, "welcome.until", When.dayAndTime(link.expiresAt(), person.zone(), locale)),
                        layout.say(locale, "welcome.then")));
        return mail(notice, person, layout.say(locale, "welcome.subject"), content);
    }

    private Mail mail(Notice notice, Person person, String subject, Content content) {
        var to = new Recipient(person.name(), person.email(), person.locale());
        return layout.mail("notices", notice.noticeId(), to, subject, content);
    }

    private String mailbox(Notice.Envelope envelope) {
        var audience = audiences.find(Set.of(envelope.mailboxId())).get(envelope.mailboxId());
        var name = audience == null ? null : audience.name();
        return name == null ? envelope.toAddress() : OneLine.of(name) + " <" + envelope.toAddress() + ">";
    }
}
