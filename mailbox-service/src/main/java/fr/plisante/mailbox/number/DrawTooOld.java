package fr.plisante.mailbox.number;

/** A writer was held up so long that readers may have gone past its numbers: it must draw again. */
class DrawTooOld extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
