package fr.plisante.starter.event;

import fr.plisante.events.Contract;
import fr.plisante.events.Event;
import fr.plisante.events.StateEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The topics a service publishes; it creates them at start. Partitions and replication are settings
 * ({@code plisante.topics.*}).
 *
 * @param configs Kafka's own configuration for each topic
 */
public record OwnedTopics(Map<String, Map<String, String>> configs) {

    private static final Map<String, String> COMPACTED = Map.of("cleanup.policy", "compact");

    /** The topics of a whole family; of the state of an aggregate the latest record is kept for ever. */
    public static OwnedTopics of(Class<? extends Event> family) {
        var configs = new HashMap<String, Map<String, String>>();
        Contract.events(family)
                .forEach(type -> configs.put(
                        Contract.topic(type), StateEvent.class.isAssignableFrom(type) ? COMPACTED : Map.of()));
        return new OwnedTopics(configs);
    }

    /** The same with settings of Kafka's for one event's topic, such as {@code retention.ms}. */
    public OwnedTopics with(Class<? extends Event> type, Map<String, String> config) {
        var configs = new HashMap<>(this.configs);
        configs.put(Contract.topic(type), config);
        return new OwnedTopics(configs);
    }

    List<String> names() {
        return configs.keySet().stream().sorted().toList();
    }
}
