package fr.plisante.webmail.layout;

/** A page that shows only texts inside its layout: {@code help.html}, {@code no-mailbox.html}. */
record PlainPage(Layout layout) implements Page {}
