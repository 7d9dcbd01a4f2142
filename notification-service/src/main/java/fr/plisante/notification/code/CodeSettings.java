package fr.plisante.notification.code;

import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How code mails are sent; {@code inSubject} shows the code in the subject too, as the users' manual says. */
@Validated
@ConfigurationProperties("plisante.codes")
record CodeSettings(
        @Min(1) int threads,
        @Min(1) int perSecond,
        Duration lease,
        Duration kept,
        boolean inSubject,
        Path privateKeysetFile) {}
