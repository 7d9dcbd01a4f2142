package fr.plisante.mailbox.number;

import org.springframework.dao.TransientDataAccessException;

/** A writer was held up so long that readers may have gone past its numbers: it must draw again. */
class DrawTooOld extends TransientDataAccessException {

    private static final long serialVersionUID = 1L;

    DrawTooOld() {
        super("Numbers were drawn too long ago");
    }
}
