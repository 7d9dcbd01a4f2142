package fr.plisante.starter.web;

/**
 * What is wrong with one field; problems list them as {@code errors}.
 *
 * @param field path of the field, such as {@code to[0]}
 * @param message a sentence to show beside it
 */
public record FieldError(String field, String message) {}
