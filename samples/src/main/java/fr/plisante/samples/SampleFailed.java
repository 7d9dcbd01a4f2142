package fr.plisante.samples;

/** A call of ours to the product failed; the message says at which step. */
public final class SampleFailed extends RuntimeException {

    SampleFailed(String message) {
        super(message);
    }

    SampleFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
