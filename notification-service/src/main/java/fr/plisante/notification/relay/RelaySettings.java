package fr.plisante.notification.relay;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Where the SMTP relay is. {@code timeout} bounds each of its answers; {@code rest} is how long it is left alone after failing. */
@Validated
@ConfigurationProperties("plisante.relay")
record RelaySettings(
        @NotBlank String host,
        @Min(1) @Max(65535) int port,
        @Nullable String username,
        @Nullable String password,
        boolean starttls,
        Duration timeout,
        Duration rest) {

    boolean authenticates() {
        return username != null && !username.isBlank();
    }
}
