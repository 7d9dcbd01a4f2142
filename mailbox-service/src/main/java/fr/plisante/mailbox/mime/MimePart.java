package fr.plisante.mailbox.mime;

import org.jspecify.annotations.Nullable;

/** A leaf of a message. {@code number} counts from 1 in the order of the message, bodies included; {@code name} is null for a body; {@code size} is the decoded one; the encoded bytes are {@code encodedSize} from {@code offset} of the message on. */
public record MimePart(
        int number,
        String type,
        @Nullable String charset,
        @Nullable String name,
        long size,
        String encoding,
        long offset,
        long encodedSize) {

    /** Whether a person sees it as an attached file. */
    public boolean attachment() {
        return name != null;
    }
}
