package fr.plisante.mailbox.mime;

import java.util.List;
import java.util.Optional;

/** Where the parts of a written message lie, and its whole size in bytes. */
public record MimeStructure(List<MimePart> parts, long size) {

    public MimeStructure {
        parts = List.copyOf(parts);
    }

    /** The part with this number. */
    public Optional<MimePart> part(int number) {
        return parts.stream().filter(part -> part.number() == number).findFirst();
    }

    /** The letter's own body of this type ({@code text/html}, {@code text/plain}). */
    public Optional<MimePart> body(String type) {
        return parts.stream()
                .filter(part -> !part.attachment() && part.type().equals(type))
                .findFirst();
    }

    /** The attached files, in order. */
    public List<MimePart> attachments() {
        return parts.stream().filter(MimePart::attachment).toList();
    }
}
