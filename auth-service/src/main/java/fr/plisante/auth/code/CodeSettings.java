package fr.plisante.auth.code;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** The rule of one-time codes. */
@Validated
@ConfigurationProperties("plisante.code")
record CodeSettings(
        @NotNull Duration validity,
        @Positive int tries,
        @Positive int triesPerHour,
        @NotNull Duration resendAfter,
        @Positive int resendsPerHour,
        @Positive int startsPerHour,
        @NotNull Duration signInsKept,
        @NotNull Path macKeysetFile,
        @NotNull Path publicKeysetFile) {}
