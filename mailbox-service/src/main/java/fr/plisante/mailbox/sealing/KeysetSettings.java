package fr.plisante.mailbox.sealing;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Where the keyset lies. */
@Validated
@ConfigurationProperties("plisante.keyset")
record KeysetSettings(@NotNull Path file) {}
