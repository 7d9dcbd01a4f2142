package fr.plisante.events.notification;

import java.time.Instant;
import java.util.UUID;

/** The relay accepted a notice. {@code kind} is {@code NEW_ENVELOPE} or {@code WELCOME}; {@code causeId} is the id of the event it tells of. */
public record NoticeDelivered(
        UUID noticeId, String kind, UUID causeId, UUID accountId, String channel, String messageId, Instant deliveredAt)
        implements NotificationEvent {

    /** NoticeDelivered version 1, keyed by account id. */
    public static final String TOPIC = "plisante.notification.notice-delivered.v1";

    @Override
    public String key() {
        return accountId.toString();
    }
}
