package fr.plisante.mailbox.mime;

import org.jspecify.annotations.Nullable;

/**
 * A leaf of a message; its encoded bytes are {@code encodedSize} from {@code offset} of the message on.
 *
 * @param number counts from 1 in the order of the message, bodies included
 * @param name of an attached file; null for a body
 * @param size of the decoded bytes; text is UTF-8
 */
public record MimePart(
        int number, String type, @Nullable String name, long size, String encoding, long offset, long encodedSize) {

    /** Whether a person sees it as an attached file. */
    public boolean attachment() {
        return name != null;
    }
}
