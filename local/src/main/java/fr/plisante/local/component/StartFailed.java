package fr.plisante.local.component;

/** Something could not be started; the message is one sentence for the person at the terminal, with the way out. */
public final class StartFailed extends RuntimeException {

    public StartFailed(String message) {
        super(message);
    }

    public StartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
