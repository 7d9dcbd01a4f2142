package fr.plisante.local.sink;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.subethamail.smtp.RejectException;

/** How the relay behaves just now, so that tests can see what the product does when a relay does not. */
final class Behaviour {

    private static final int PERMANENT = 550;
    private static final String ALL = "*";

    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private volatile long delayMillis;

    void normal() {
        refused.clear();
        delayMillis = 0;
    }

    void slow(long millis) {
        delayMillis = millis;
    }

    /** Refuses one recipient for good, or every one if the address is empty. */
    void refuse(String address) {
        refused.add(address.isEmpty() ? ALL : address.toLowerCase(Locale.ROOT));
    }

    void checkRecipient(String address) throws RejectException {
        if (refused.contains(ALL) || refused.contains(address.toLowerCase(Locale.ROOT))) {
            throw new RejectException(PERMANENT, "5.1.1 <" + address + "> no such mailbox here");
        }
    }

    void dawdle() {
        var millis = delayMillis;
        if (millis > 0) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
