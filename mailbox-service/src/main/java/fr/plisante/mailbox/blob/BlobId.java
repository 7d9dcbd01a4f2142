package fr.plisante.mailbox.blob;

import java.util.regex.Pattern;

/** The name of a blob; random, and safe as a file name. */
public record BlobId(String value) {

    private static final Pattern SAFE = Pattern.compile("[0-9a-f-]{36}");

    public BlobId {
        if (!SAFE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a blob id");
        }
    }
}
