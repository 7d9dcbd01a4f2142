package fr.plisante.mailbox.reply;

import fr.plisante.mailbox.draft.Draft;
import fr.plisante.mailbox.draft.DraftSeal;
import fr.plisante.mailbox.draft.Drafts;
import fr.plisante.mailbox.draft.FindDrafts;
import fr.plisante.mailbox.draft.OpenDraft;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.sealing.EnvelopeKey;
import fr.plisante.starter.Ids;
import fr.plisante.starter.web.Caller;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Begins a draft: an empty one, or the reply to an entry of the mailbox. */
@Component
class CreateDraft {

    private static final Logger LOG = LoggerFactory.getLogger(CreateDraft.class);

    private final FindDrafts find;
    private final Drafts drafts;
    private final DraftSeal seal;
    private final BeginReply beginReply;
    private final Clock clock;

    CreateDraft(FindDrafts find, Drafts drafts, DraftSeal seal, BeginReply beginReply, Clock clock) {
        this.find = find;
        this.drafts = drafts;
        this.seal = seal;
        this.beginReply = beginReply;
        this.clock = clock;
    }

    OpenDraft create(Caller caller, Mailbox mailbox, NewDraft wanted) {
        if (wanted.draftId() != null) {
            var there = find.unlessSent(mailbox.mailboxId(), wanted.draftId());
            if (there.isPresent()) {
                return there.get();
            }
        }
        var draftId = wanted.draftId() != null ? wanted.draftId() : Ids.next();
        var key = EnvelopeKey.random();
        var beginning = beginReply.begin(caller, mailbox, wanted, key);
        var draft = new Draft(
                Draft.id(mailbox.mailboxId(), draftId),
                mailbox.mailboxId(),
                draftId,
                seal.wrap(mailbox.mailboxId(), draftId, key),
                DraftSeal.text(key, draftId, beginning.text()),
                beginning.uploads(),
                beginning.size(),
                beginning.conversation(),
                caller.accountId(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                1);
        if (!drafts.add(draft)) {
            beginReply.abandon(beginning);
            return find.one(mailbox.mailboxId(), draftId);
        }
        LOG.info("Account {} began draft {} in mailbox {}", caller.accountId(), draftId, mailbox.mailboxId());
        return find.open(draft);
    }
}
