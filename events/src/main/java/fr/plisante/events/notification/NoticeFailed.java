package fr.plisante.events.notification;

import java.time.Instant;
import java.util.UUID;

/** The relay refused a notice for good; an operator can replay it. {@code reason} is the relay's enhanced status code (RFC 3463) or its reply code. */
public record NoticeFailed(
        UUID noticeId, String kind, UUID causeId, UUID accountId, String channel, String reason, Instant failedAt)
        implements NotificationEvent {

    /** NoticeFailed version 1, keyed by account id. */
    public static final String TOPIC = "plisante.notification.notice-failed.v1";

    @Override
    public String key() {
        return accountId.toString();
    }
}
