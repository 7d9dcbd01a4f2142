package fr.plisante.webmail.layout;

/** There is no such page. */
public final class PageNotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
