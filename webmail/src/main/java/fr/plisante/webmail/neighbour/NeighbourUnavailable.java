package fr.plisante.webmail.neighbour;

import org.jspecify.annotations.Nullable;

/** A neighbour did not answer in time, or its circuit is open: nothing was changed that we know of. */
public final class NeighbourUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NeighbourUnavailable(String neighbour, @Nullable Throwable cause) {
        super(neighbour + " does not answer", cause);
    }
}
