package fr.plisante.mailbox.draft;

/** What an uploaded file is called, what it is said to be, and its SHA-256 in hexadecimal. */
record FileAbout(String name, String type, String sha256) {}
