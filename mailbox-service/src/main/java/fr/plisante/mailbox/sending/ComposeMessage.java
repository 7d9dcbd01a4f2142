package fr.plisante.mailbox.sending;

import fr.plisante.mailbox.draft.FindDrafts;
import fr.plisante.mailbox.envelope.Correspondent;
import fr.plisante.mailbox.envelope.Envelope.Role;
import fr.plisante.mailbox.html.MessageHtml;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mime.MessageText;
import fr.plisante.mailbox.mime.OutgoingMessage;
import fr.plisante.mailbox.mime.OutgoingMessage.Person;
import fr.plisante.mailbox.upload.UploadBlobs;
import fr.plisante.starter.Ids;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes a message of a draft: who it goes to, what its headers say, its HTML sanitised, its plain text, its files. */
@Component
class ComposeMessage {

    private final CheckRequest check;
    private final FindDrafts findDrafts;
    private final UploadBlobs uploads;
    private final OperatorSettings operator;
    private final Clock clock;

    ComposeMessage(
            CheckRequest check, FindDrafts findDrafts, UploadBlobs uploads, OperatorSettings operator, Clock clock) {
        this.check = check;
        this.findDrafts = findDrafts;
        this.uploads = uploads;
        this.operator = operator;
        this.clock = clock;
    }

    /** The message; refused when it cannot be sent as it is. */
    ComposedMessage compose(Mailbox from, SendRequest request) {
        var recipients = check.recipients(request);
        var draft = request.hasDraft() ? findDrafts.sealed(from.mailboxId(), request.draftId()) : null;
        var conversation = draft == null ? null : draft.conversation();
        var html = MessageHtml.clean(request.html());
        var envelopeId = Ids.next();
        var message = new OutgoingMessage(
                "<" + envelopeId + "@" + operator.domain() + ">",
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Correspondent.of(from).person(),
                people(recipients, Role.TO),
                people(recipients, Role.CC),
                request.subject(),
                html,
                MessageText.of(html),
                conversation == null ? null : conversation.inReplyToMessageId(),
                conversation == null ? List.of() : conversation.references(),
                uploads.attachments(draft, request.uploads()));
        check.size(message);
        return new ComposedMessage(envelopeId, from, recipients, request.draftId(), conversation, message);
    }

    private static List<Person> people(Recipients recipients, Role role) {
        return recipients.in(role).stream().map(Correspondent::person).toList();
    }
}
