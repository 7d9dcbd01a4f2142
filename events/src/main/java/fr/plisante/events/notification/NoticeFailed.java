package fr.plisante.events.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * The mail relay refused a notice for good; an operator can replay it.
 *
 * @param kind {@code NEW_ENVELOPE} or {@code WELCOME}
 * @param causeId the id of the event it tells of
 * @param reason the relay's enhanced status code (RFC 3463) or its reply code
 */
public record NoticeFailed(
        UUID noticeId,
        String kind,
        UUID causeId,
        UUID accountId,
        String regionId,
        String channel,
        String reason,
        Instant failedAt)
        implements NotificationEvent {

    /** NoticeFailed version 1, keyed by account id. */
    public static final String TOPIC = "plisante.notification.notice-failed.v1";

    @Override
    public String key() {
        return accountId.toString();
    }

    @Override
    public String subject() {
        return noticeId.toString();
    }
}
