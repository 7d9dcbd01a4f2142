package fr.plisante.events;

import fr.plisante.events.auth.AuthEvent;
import fr.plisante.events.directory.DirectoryEvent;
import fr.plisante.events.mailbox.MailboxEvent;
import fr.plisante.events.notification.NotificationEvent;
import fr.plisante.events.registration.RegistrationEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every event there is, read from the sealed families. */
public final class Contract {

    /** The families, one per publishing service. */
    public static final List<Class<? extends Event>> FAMILIES = List.of(
            RegistrationEvent.class,
            AuthEvent.class,
            MailboxEvent.class,
            DirectoryEvent.class,
            NotificationEvent.class);

    private static final Map<String, Class<? extends Event>> BY_TOPIC =
            FAMILIES.stream().flatMap(Contract::events).collect(Collectors.toMap(Contract::topic, Function.identity()));

    private Contract() {}

    /** The events of a family, in the order the family names them. */
    public static Stream<Class<? extends Event>> events(Class<? extends Event> family) {
        return Arrays.stream(family.getPermittedSubclasses()).map(type -> type.asSubclass(Event.class));
    }

    /** The topic of an event's type. */
    public static String topic(Class<? extends Event> type) {
        try {
            return (String) type.getField("TOPIC").get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " has no TOPIC", e);
        }
    }

    /** The topic that an event is published on. */
    public static String topic(Event event) {
        return topic(event instanceof Forgotten forgotten ? forgotten.state() : event.getClass());
    }

    /** The type of a topic's events. */
    public static Class<? extends Event> type(String topic) {
        var type = BY_TOPIC.get(topic);
        if (type == null) {
            throw new IllegalArgumentException("No event of this contract is published on " + topic);
        }
        return type;
    }
}
