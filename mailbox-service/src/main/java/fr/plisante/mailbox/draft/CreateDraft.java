package fr.plisante.mailbox.draft;

import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.sealing.EnvelopeKey;
import fr.plisante.starter.Ids;
import fr.plisante.starter.web.Caller;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Begins a letter: an empty one, or the answer to an entry of the mailbox. */
@Component
class CreateDraft {

    private static final Logger LOG = LoggerFactory.getLogger(CreateDraft.class);

    private final FindDrafts find;
    private final Drafts drafts;
    private final DraftSeal seal;
    private final Answers answers;
    private final Clock clock;

    CreateDraft(FindDrafts find, Drafts drafts, DraftSeal seal, Answers answers, Clock clock) {
        this.find = find;
        this.drafts = drafts;
        this.seal = seal;
        this.answers = answers;
        this.clock = clock;
    }

    /** What is asked for; {@code draftId} by the client makes a repeat harmless. */
    record Wish(
            @Nullable UUID draftId,
            @Nullable String answers,
            @Nullable AnswerAs as) {}

    OpenDraft create(Caller caller, Mailbox mailbox, Wish wish) {
        if (wish.draftId() != null) {
            var there = find.unlessSent(mailbox.mailboxId(), wish.draftId());
            if (there.isPresent()) {
                return there.get();
            }
        }
        var draftId = wish.draftId() != null ? wish.draftId() : Ids.next();
        var key = EnvelopeKey.random();
        var as = wish.as() != null ? wish.as() : AnswerAs.REPLY;
        var beginning = wish.answers() == null
                ? Answers.Beginning.EMPTY
                : answers.to(mailbox, wish.answers(), as, key, Locale.of(caller.locale()));
        var draft = new Draft(
                Draft.id(mailbox.mailboxId(), draftId),
                mailbox.mailboxId(),
                draftId,
                seal.wrap(mailbox.mailboxId(), draftId, key),
                DraftSeal.words(key, draftId, beginning.words()),
                beginning.uploads(),
                beginning.attached(),
                wish.answers(),
                wish.answers() == null ? null : as.wire(),
                beginning.inReplyTo(),
                beginning.references(),
                caller.accountId(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                1);
        if (!drafts.add(draft)) {
            answers.abandon(beginning);
            return find.one(mailbox.mailboxId(), draftId);
        }
        LOG.info("Account {} began draft {} in mailbox {}", caller.accountId(), draftId, mailbox.mailboxId());
        return find.open(draft);
    }
}
