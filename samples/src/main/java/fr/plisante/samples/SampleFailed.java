package fr.plisante.samples;

/** The samples could not be made; the message says at which step. */
final class SampleFailed extends RuntimeException {

    SampleFailed(String message) {
        super(message);
    }

    SampleFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
