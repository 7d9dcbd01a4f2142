package fr.plisante.notification.relay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a lane does.
 *
 * @param hasDeadThreads some of its threads have ended though nobody stopped them
 * @param failingSince since when the relay is left alone or tried again; absent while it works
 * @param atHand claimed mails that wait for a thread
 */
record LaneState(
        String name, boolean hasDeadThreads, @Nullable Instant failingSince, int atHand) {}
