package fr.plisante.webmail.people;

/**
 * Something known of a person.
 *
 * @param telling whether it tells them from somebody of the same name
 */
record Trait(String text, boolean telling) {}
