package fr.plisante.starter.client;

import org.jspecify.annotations.Nullable;

/** A service did not answer in time, failed, or has failed so often that it is not asked now. */
public final class ServiceUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServiceUnavailable(String service, @Nullable Throwable cause) {
        super(service + " does not answer", cause);
    }
}
