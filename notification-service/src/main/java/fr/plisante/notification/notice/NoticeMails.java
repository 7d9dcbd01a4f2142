package fr.plisante.notification.notice;

import fr.plisante.notification.mail.Content;
import fr.plisante.notification.mail.Content.Button;
import fr.plisante.notification.mail.Content.Fact;
import fr.plisante.notification.mail.Layout;
import fr.plisante.notification.mail.Mail;
import fr.plisante.notification.mail.Mail.Recipient;
import fr.plisante.notification.mail.OneLine;
import fr.plisante.notification.mail.When;
import fr.plisante.notification.people.AddressBook;
import fr.plisante.notification.people.Person;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The words of a notice. Never a word of the letter: no object, no body, no name of an attachment. */
@Component
class NoticeMails {

    private final Layout layout;
    private final AddressBook book;
    private final PasswordLinks links;

    NoticeMails(Layout layout, AddressBook book, PasswordLinks links) {
        this.layout = layout;
        this.book = book;
        this.links = links;
    }

    Mail write(Notice notice, Person person) throws PasswordLinkUnavailable {
        var envelope = notice.envelope();
        return envelope == null ? welcome(notice, person) : newEnvelope(notice, envelope, person);
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

    private Mail welcome(Notice notice, Person person) throws PasswordLinkUnavailable {
        var locale = person.locale();
        var link = links.of(person.accountId());
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
        var audience = book.audiences(Set.of(envelope.mailboxId())).get(envelope.mailboxId());
        var name = audience == null ? null : audience.name();
        return name == null ? envelope.toAddress() : OneLine.of(name) + " <" + envelope.toAddress() + ">";
    }
}
