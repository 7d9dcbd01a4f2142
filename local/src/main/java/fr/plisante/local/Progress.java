package fr.plisante.local;

import java.time.Duration;

/** Hears of each component when it begins to start and when it answers. */
public interface Progress {

    void begins(String component);

    void ready(String component, Duration after);

    /** For tests and measurements. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void begins(String component) {}

            @Override
            public void ready(String component, Duration after) {}
        };
    }
}
