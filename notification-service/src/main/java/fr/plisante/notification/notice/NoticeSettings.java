package fr.plisante.notification.notice;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How notices are sent, how long delivered and failed ones are kept, and how long an account that nobody knows is waited for. */
@Validated
@ConfigurationProperties("plisante.notices")
record NoticeSettings(
        @Min(1) int threads,
        @Min(1) int perSecond,
        Duration lease,
        Duration kept,
        Duration failedKept,
        Duration giveUp) {}
