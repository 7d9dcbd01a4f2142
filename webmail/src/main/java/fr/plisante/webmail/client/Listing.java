package fr.plisante.webmail.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a list, newest first.
 *
 * @param next where the following stretch begins, if there is one
 */
public record Listing<T>(List<T> items, @Nullable String next) {}
