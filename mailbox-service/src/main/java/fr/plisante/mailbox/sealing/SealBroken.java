package fr.plisante.mailbox.sealing;

/** Something sealed does not open under its key: it was changed, or belongs to another message. */
class SealBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SealBroken(String context, Throwable cause) {
        super("Sealed value does not open: " + context, cause);
    }
}
