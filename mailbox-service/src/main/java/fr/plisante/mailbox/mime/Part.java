package fr.plisante.mailbox.mime;

import org.jspecify.annotations.Nullable;

/**
 * One leaf of a message: {@code number} counts from 1 in reading order, {@code size} is its decoded size, {@code offset}
 * and {@code length} say where its encoded body stands in the message.
 */
public record Part(
        int number,
        String type,
        @Nullable String charset,
        @Nullable String name,
        boolean attachment,
        String encoding,
        long size,
        long offset,
        long length) {

    /** Whether this is text of the letter itself rather than something attached to it. */
    public boolean isText(String textType) {
        return !attachment && type.equals(textType);
    }
}
