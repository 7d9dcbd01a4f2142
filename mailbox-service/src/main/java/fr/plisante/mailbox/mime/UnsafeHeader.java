package fr.plisante.mailbox.mime;

/** A value meant for a header holds a line break or another control character: it could forge a header. */
class UnsafeHeader extends IllegalArgumentException {

    UnsafeHeader() {
        super("a header value holds a line break or NUL");
    }
}
