package fr.plisante.notification.notice;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import fr.plisante.events.notification.NoticeDelivered;
import fr.plisante.events.notification.NoticeFailed;
import fr.plisante.events.notification.NotificationEvent;
import fr.plisante.notification.notice.Notice.State;
import fr.plisante.starter.event.Origin;
import fr.plisante.starter.event.Outbox;
import fr.plisante.starter.event.PublishingCollection;
import fr.plisante.starter.event.PublishingCollection.Change;
import fr.plisante.starter.store.Leases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The notices there are; claimed by lease, listed for an operator by (region, state, notice). */
@Repository
class Notices {

    private static final Bson FAILED = Filters.eq("state", State.FAILED);
    private static final int REPLAYED_AT_ONCE = 500;
    private static final Origin SELF = Origin.service("notification-service");

    private final MongoCollection<Notice> notices;
    private final PublishingCollection<Notice> publishing;
    private final Settling settling;
    private final Leases<Notice> leases;
    private final Clock clock;

    Notices(MongoDatabase database, Outbox outbox, NoticeSettings settings, Clock clock) {
        this.notices = database.getCollection("notices", Notice.class);
        this.publishing = outbox.publishing(notices);
        this.settling = new Settling(publishing);
        this.leases = new Leases<>(notices, clock, settings.lease());
        this.clock = clock;
        notices.createIndex(Indexes.ascending("regionId", "state", "noticeId"));
        notices.createIndex(Indexes.ascending("accountId", "state"));
        notices.createIndex(Indexes.ascending("state", "kind", "settledAt"));
    }

    /** Writes those that are not there yet, the first so many as claimed by whoever asks, and answers what they got. */
    List<Notice> add(List<Notice> added, int claimed) {
        var lease = leases.claimed();
        var ours = added.stream().limit(claimed).map(notice -> notice.claimed(lease));
        var written = Stream.concat(ours, added.stream().skip(claimed)).toList();
        return publishing.insertUnlessThere(written).stream()
                .filter(notice -> notice.lease().equals(lease))
                .toList();
    }

    List<Notice> claim(int limit) {
        return leases.claim(limit);
    }

    void giveBack(List<Notice> claimed) {
        leases.giveBack(claimed.stream().collect(Collectors.toMap(Notice::id, Notice::lease)));
    }

    void postpone(Notice claimed, Duration wait, String reason) {
        leases.postpone(claimed.id(), claimed.lease(), clock.instant().plus(wait), reason);
    }

    void delivered(Notice claimed, String messageId) {
        var now = clock.instant();
        var event = new NoticeDelivered(
                claimed.noticeId(),
                claimed.kind().name(),
                claimed.causeId(),
                claimed.accountId(),
                claimed.regionId(),
                Notice.EMAIL,
                messageId,
                now);
        settle(claimed, State.DELIVERED, Leases.settled(null), event, now);
    }

    void failed(Notice claimed, String code, String reason) {
        var now = clock.instant();
        var event = new NoticeFailed(
                claimed.noticeId(),
                claimed.kind().name(),
                claimed.causeId(),
                claimed.accountId(),
                claimed.regionId(),
                Notice.EMAIL,
                code,
                now);
        settle(
                claimed,
                State.FAILED,
                Updates.combine(Updates.set("failure", code), Leases.settled(reason)),
                event,
                now);
    }

    private void settle(Notice claimed, State state, Bson lease, NotificationEvent event, Instant now) {
        settling.settle(new Change<>(
                claimed,
                Leases.held(claimed.lease()),
                Updates.combine(Updates.set("state", state), Updates.set("settledAt", now), lease),
                SELF,
                List.of(event)));
    }

    Optional<Notice> find(String id, String regionId) {
        return Optional.ofNullable(notices.find(Filters.and(Filters.eq("_id", id), Filters.eq("regionId", regionId)))
                .first());
    }

    /** A region's notices, the newest first, from the one before on. */
    List<Notice> ofRegion(String regionId, State state, @Nullable UUID before, int limit) {
        var filter = Filters.and(Filters.eq("regionId", regionId), Filters.eq("state", state));
        return notices.find(before == null ? filter : Filters.and(filter, Filters.lt("noticeId", before)))
                .sort(Sorts.descending("noticeId"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** Makes a failed notice due again; one that did not fail stays as it is. */
    Optional<Notice> replay(Notice failed, UUID operator) {
        return publishing.changeIf(failed, FAILED, replayed(operator), SELF);
    }

    /** How many were made due again, and whether there are more. */
    record Replayed(int replayed, boolean more) {}

    /** Makes those of a region due again that failed since then, the first so many; {@code failure} is a code or the beginning of one. */
    Replayed replay(String regionId, Instant since, @Nullable String failure, UUID operator) {
        var why = failure == null
                ? Filters.empty()
                : Filters.regex("failure", "^" + failure.replace(".", "\\.") + "(\\.|$)");
        var found = notices.find(Filters.and(
                        FAILED,
                        Filters.in("kind", Notice.Kind.NEW_ENVELOPE, Notice.Kind.WELCOME),
                        Filters.gte("settledAt", since),
                        Filters.eq("regionId", regionId),
                        why))
                .sort(Sorts.ascending("settledAt"))
                .limit(REPLAYED_AT_ONCE + 1)
                .into(new ArrayList<>());
        var replayed = found.stream().limit(REPLAYED_AT_ONCE).toList();
        publishing.changeAll(replayed.stream()
                .map(notice -> new Change<>(notice, FAILED, replayed(operator), SELF, List.of()))
                .toList());
        return new Replayed(replayed.size(), found.size() > replayed.size());
    }

    private Bson replayed(UUID operator) {
        return Updates.combine(
                Updates.set("state", State.PENDING),
                Updates.unset("settledAt"),
                Updates.unset("failure"),
                Updates.set("replayedBy", operator),
                Leases.dueAgain(clock.instant()));
    }

    /** How long the oldest one that may be sent waits for somebody to claim it. */
    Duration oldestDue() {
        return leases.oldestDue();
    }

    /** Those that are neither delivered nor failed; counted in an index. */
    long pending() {
        return leases.count();
    }

    /** Takes away what is still to be sent to an account. */
    void forgetPending(UUID accountId) {
        notices.deleteMany(Filters.and(Filters.eq("accountId", accountId), Filters.eq("state", State.PENDING)));
    }

    /** Welcomes are kept for ever: an account may be published again at any time, and is welcomed once. */
    long forget(State state, Instant settledBefore) {
        return notices.deleteMany(Filters.and(
                        Filters.eq("state", state),
                        Filters.eq("kind", Notice.Kind.NEW_ENVELOPE),
                        Filters.lt("settledAt", settledBefore)))
                .getDeletedCount();
    }
}
