package fr.plisante.directory.search;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** The folder of the index of this instance, and how often the index is made durable. */
@Validated
@ConfigurationProperties("plisante.index")
record SearchSettings(Path folder, Duration commitEvery) {}
