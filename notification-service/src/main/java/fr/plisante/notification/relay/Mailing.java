package fr.plisante.notification.relay;

import java.util.List;

/** What a lane sends: kept in the store, claimed by one sender at a time, settled after the attempt. */
public interface Mailing {

    /** Ids of what may be sent now, the longest waiting first. */
    List<String> due(int limit);

    /** Claims one, renders it, gives it to the relay and notes what became of it; nothing if another has it. */
    void send(String id, Connection relay);
}
