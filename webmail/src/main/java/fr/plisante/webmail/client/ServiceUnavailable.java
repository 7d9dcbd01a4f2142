package fr.plisante.webmail.client;

import org.jspecify.annotations.Nullable;

/** A service did not answer in time, or its circuit is open: nothing was changed that we know of. */
public final class ServiceUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServiceUnavailable(String service, @Nullable Throwable cause) {
        super(service + " does not answer", cause);
    }
}
