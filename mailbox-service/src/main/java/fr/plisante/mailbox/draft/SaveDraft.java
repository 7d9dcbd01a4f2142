package fr.plisante.mailbox.draft;

import fr.plisante.mailbox.html.MessageHtml;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mime.Subject;
import fr.plisante.starter.text.TextLine;
import fr.plisante.starter.web.Caller;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts what was typed into a draft, unless somebody else did since. */
@Component
class SaveDraft {

    private static final int LONGEST_ADDRESS = 320;

    private final FindDrafts find;
    private final Drafts drafts;
    private final DraftSeal seal;
    private final MessageLimits limits;
    private final Clock clock;

    SaveDraft(FindDrafts find, Drafts drafts, DraftSeal seal, MessageLimits limits, Clock clock) {
        this.find = find;
        this.drafts = drafts;
        this.seal = seal;
        this.limits = limits;
        this.clock = clock;
    }

    /** The draft as it is now; a save repeated with the same text after a lost answer is no conflict. */
    OpenDraft save(Caller caller, Mailbox mailbox, UUID draftId, long version, DraftText typed) {
        var text = acceptable(typed);
        var draft = find.sealed(mailbox.mailboxId(), draftId);
        if (draft.version() == version) {
            var saved = write(caller, draft, text);
            if (saved.isPresent()) {
                return find.open(saved.get());
            }
        }
        var current = find.one(mailbox.mailboxId(), draftId);
        if (current.draft().version() == version) {
            throw DraftRefusals.tooLarge(limits.maxMegabytes());
        }
        if (current.draft().version() == version + 1 && current.text().equals(text)) {
            return current;
        }
        throw DraftRefusals.changed(current);
    }

    private Optional<Draft> write(Caller caller, Draft draft, DraftText text) {
        var key = seal.key(draft);
        var before = DraftSeal.text(key, draft);
        var saving = new Drafts.Saving(
                DraftSeal.text(key, draft.draftId(), text),
                MessageLimits.size(text.html()) - MessageLimits.size(before.html()),
                caller.accountId(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return drafts.save(draft, saving, limits.maxBytes());
    }

    private DraftText acceptable(DraftText typed) {
        Subject.require(typed.subject());
        limits.requireRecipients(typed.to(), typed.cc());
        requireAddressesLike("to", typed.to());
        requireAddressesLike("cc", typed.cc());
        return new DraftText(typed.to(), typed.cc(), typed.subject(), MessageHtml.clean(typed.html()));
    }

    private static void requireAddressesLike(String field, List<String> addresses) {
        for (int i = 0; i < addresses.size(); i++) {
            if (!TextLine.fits(addresses.get(i), LONGEST_ADDRESS)) {
                throw DraftRefusals.recipientInvalid(field + "[" + i + "]");
            }
        }
    }
}
