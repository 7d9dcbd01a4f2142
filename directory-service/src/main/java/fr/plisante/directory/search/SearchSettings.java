package fr.plisante.directory.search;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Where this instance keeps its index, and how often it notes how far it has read. */
@Validated
@ConfigurationProperties("plisante.index")
record SearchSettings(Path folder, Duration commitEvery) {}
