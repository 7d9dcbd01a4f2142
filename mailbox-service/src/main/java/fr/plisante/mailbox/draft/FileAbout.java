package fr.plisante.mailbox.draft;

/** What an uploaded file is called, what it is said to be, and its SHA-256 in hexadecimal. Stored as sealed JSON. */
public record FileAbout(String name, String type, String sha256) {}
