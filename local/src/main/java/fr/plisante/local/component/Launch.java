package fr.plisante.local.component;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What has to be run for one component, and how to see that it answers. */
public record Launch(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path folder,
        Path log,
        List<Integer> ports,
        Health health,
        Duration patience) {}
