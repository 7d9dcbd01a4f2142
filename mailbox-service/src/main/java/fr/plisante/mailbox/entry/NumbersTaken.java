package fr.plisante.mailbox.entry;

import org.springframework.dao.TransientDataAccessException;

/** Numbers were given away that entries have already: a backup was restored. They were lifted; the write is done again. */
public class NumbersTaken extends TransientDataAccessException {

    private static final long serialVersionUID = 1L;

    NumbersTaken() {
        super("The numbers of a mailbox were behind its entries");
    }
}
