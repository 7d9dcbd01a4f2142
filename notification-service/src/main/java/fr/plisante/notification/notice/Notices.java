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
import fr.plisante.starter.store.Leases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The notices there are; claimed by lease, listed for an operator by (region, state, notice). */
@Repository
class Notices {

    private static final Origin SELF = Origin.service("notification-service");

    private final MongoCollection<Notice> notices;
    private final PublishingCollection<Notice> publishing;
    private final Leases<Notice> leases;
    private final Clock clock;

    Notices(MongoDatabase database, Outbox outbox, NoticeSettings settings, Clock clock) {
        this.notices = database.getCollection("notices", Notice.class);
        this.publishing = outbox.publishing(notices);
        this.leases = new Leases<>(notices, clock, settings.lease());
        this.clock = clock;
        notices.createIndex(Indexes.ascending("regionId", "state", "noticeId"));
        notices.createIndex(Indexes.ascending("accountId", "state"));
        notices.createIndex(Indexes.ascending("settledAt"));
    }

    /** Writes those that are not there yet. */
    void add(List<Notice> added) {
        publishing.insertUnlessThere(added);
    }

    List<String> due(int limit) {
        return leases.due(limit);
    }

    Optional<Notice> claim(String id) {
        return leases.claim(id);
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
        settle(claimed, State.DELIVERED, null, event, now);
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
        settle(claimed, State.FAILED, reason, event, now);
    }

    private void settle(Notice claimed, State state, @Nullable String reason, NotificationEvent event, Instant now) {
        publishing.changeIf(
                claimed,
                Leases.held(claimed.lease()),
                Updates.combine(Updates.set("state", state), Updates.set("settledAt", now), Leases.settled(reason)),
                SELF,
                event);
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
        return publishing.changeIf(
                failed,
                Filters.eq("state", State.FAILED),
                Updates.combine(
                        Updates.set("state", State.PENDING),
                        Updates.unset("settledAt"),
                        Updates.set("replayedBy", operator),
                        Leases.dueAgain(clock.instant())),
                SELF);
    }

    /** Takes away what is still to be sent to an account. */
    void forgetPending(UUID accountId) {
        notices.deleteMany(Filters.and(Filters.eq("accountId", accountId), Filters.eq("state", State.PENDING)));
    }

    /** Welcomes are kept for ever: an account may be published again at any time, and is welcomed once. */
    long forgetSettledBefore(Instant time) {
        return notices.deleteMany(
                        Filters.and(Filters.lt("settledAt", time), Filters.eq("kind", Notice.Kind.NEW_ENVELOPE)))
                .getDeletedCount();
    }
}
