package fr.plisante.mailbox.draft;

import fr.plisante.mailbox.envelope.MessageLimits;
import fr.plisante.mailbox.html.LetterHtml;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mime.ObjectLine;
import fr.plisante.starter.web.Caller;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
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

    /** The draft as it is now; a save repeated with the same words after a lost answer is no conflict. */
    OpenDraft save(Caller caller, Mailbox mailbox, UUID draftId, long version, Words typed) {
        var words = acceptable(typed);
        var draft = find.sealed(mailbox.mailboxId(), draftId);
        var saved = drafts.save(
                draft,
                version,
                DraftSeal.words(seal.key(draft), draftId, words),
                caller.accountId(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        if (saved.isPresent()) {
            return find.open(saved.get());
        }
        var current = find.one(mailbox.mailboxId(), draftId);
        if (current.draft().version() == version + 1 && current.words().equals(words)) {
            return current;
        }
        throw new DraftChanged(current);
    }

    private Words acceptable(Words typed) {
        ObjectLine.require(typed.object());
        limits.require(typed.to(), typed.cc());
        requireAddressesLike("to", typed.to());
        requireAddressesLike("cc", typed.cc());
        return new Words(typed.to(), typed.cc(), typed.object(), LetterHtml.clean(typed.html()));
    }

    private static void requireAddressesLike(String field, List<String> addresses) {
        for (int i = 0; i < addresses.size(); i++) {
            if (addresses.get(i).length() > LONGEST_ADDRESS || !ObjectLine.isAcceptable(addresses.get(i))) {
                throw new RecipientInvalid(field + "[" + i + "]");
            }
        }
    }
}
