package fr.plisante.events.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * The mail relay accepted a notice.
 *
 * @param kind {@code NEW_ENVELOPE} or {@code WELCOME}
 * @param causeId the id of the event it tells of
 */
public record NoticeDelivered(
        UUID noticeId,
        String kind,
        UUID causeId,
        UUID accountId,
        String regionId,
        String channel,
        String messageId,
        Instant deliveredAt)
        implements NotificationEvent {

    /** NoticeDelivered version 1, keyed by account id. */
    public static final String TOPIC = "plisante.notification.notice-delivered.v1";

    @Override
    public String key() {
        return accountId.toString();
    }

    @Override
    public String subject() {
        return noticeId.toString();
    }
}
