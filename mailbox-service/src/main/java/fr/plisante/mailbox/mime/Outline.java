package fr.plisante.mailbox.mime;

import java.util.List;
import java.util.Optional;

/** Where everything stands in a message of {@code size} bytes. */
public record Outline(long size, List<Part> parts) {

    public Outline {
        parts = List.copyOf(parts);
    }

    public Optional<Part> part(int number) {
        return parts.stream().filter(part -> part.number() == number).findFirst();
    }

    /** The letter's own text of this type ({@code text/html}, {@code text/plain}). */
    public Optional<Part> text(String type) {
        return parts.stream().filter(part -> part.isText(type)).findFirst();
    }

    public List<Part> attachments() {
        return parts.stream().filter(Part::attachment).toList();
    }
}
